package dev.bellrope.app.directory;

import static dev.bellrope.app.web.PageText.english;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.directory.csv.Cells;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.Entry.AbsenceEntry;
import dev.bellrope.app.directory.entry.Entry.AccountEntry;
import dev.bellrope.app.directory.entry.Entry.CalendarEntry;
import dev.bellrope.app.directory.entry.Entry.PersonEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the API puts and removes, by forms. */
class DirectoryPagesTest {
    private static RunningApp app;
    private static Visitor manager;

    @BeforeAll
    static void start() {
        app = RunningApp.with(SettableClock.at("2026-03-06T15:30:00Z")).share();
        SmallCompany.moveInto(app);
        manager = Visitor.signedIn(app, Role.MANAGER);
    }

    @AfterAll
    static void stop() {
        manager.close();
        app.close();
    }

    private static <E extends Entry> E kept(EntryKind kind, String... key) {
        return app.get(Entries.class)
                .<E>get(kind, List.of(key), VisibleAccounts.ALL)
                .entry();
    }

    @ParameterizedTest
    @EnumSource
    void whatAFormShowsSaysTheSameEntry(EntryKind kind) {
        Entry entry = switch (kind) {
            case ACCOUNTS ->
                new AccountEntry(
                        "a1", "A", "gold", "EU", Map.of("risk", 5L, "tags", List.of("x")), Map.of("csm", "ana"));
            case CONTACTS ->
                new Entry.ContactEntry("acme", "c1", "C", "c@x.example", "email", "de", "Europe/Prague", 2);
            case ALIASES -> new Entry.AliasEntry("zendesk", "Acme, Inc. / EU", "acme");
            case CALENDARS ->
                new CalendarEntry(
                        "cal",
                        "Europe/Prague",
                        "mon-fri 08:00-12:00 13:00-17:00",
                        "CZ",
                        "",
                        List.of("2026-12-31 Stocktaking, all day", "*-12-24"),
                        List.of("2026-11-17"),
                        List.of("2026-12-23 08:00-12:00"),
                        "");
            case TEAMS -> new Entry.TeamEntry("t", "T", "always");
            case PEOPLE ->
                new PersonEntry(
                        "p", "P", "p@x.example", "office", "support", List.of("d1", "d2"), List.of("s1"), 3, "", "ana");
            case ABSENCES -> new AbsenceEntry("ana", "w", "2026-12-24", "2026-12-31", "holiday");
        };
        assertThat(Cells.<Entry>read(kind, Cells.of(entry))).isEqualTo(entry);
        assertThat(Cells.of(entry)).containsOnlyKeys(Cells.columns(kind));
    }

    @Test
    void aPersonIsAddedChangedAndRemoved() {
        Map<String, String> typed = new LinkedHashMap<>(Map.of(
                "id",
                "iva",
                "name",
                "Iva",
                "email",
                "iva@us.example",
                "team",
                "platform",
                "function",
                "support",
                "skills",
                "postgresql\nlinux",
                "seniority",
                "3",
                "backup",
                "ana",
                "revision",
                ""));
        assertThat(manager.submit("/settings/directory/people/entry", typed).statusCode())
                .isEqualTo(302);
        assertThat(this.<PersonEntry>person("iva").skills()).containsExactly("postgresql", "linux");

        assertThat(manager.submit("/settings/directory/people/entry", typed).body())
                .contains("There is one of that id already", "value=\"Iva\"");

        typed.put("revision", "1");
        typed.put("name", "Iva Nova");
        manager.submit("/settings/directory/people/entry", typed);
        assertThat(this.<PersonEntry>person("iva").name()).isEqualTo("Iva Nova");
        HttpResponse<String> late = manager.submit("/settings/directory/people/entry", typed);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Somebody else has changed it meanwhile");

        assertThat(manager.submit("/settings/directory/people/removal", Map.of("id", "iva", "revision", "2"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(manager.get("/settings/directory/people/entry?id=iva").statusCode())
                .isEqualTo(404);
    }

    private <E extends Entry> E person(String id) {
        return kept(EntryKind.PEOPLE, id);
    }

    @Test
    void whatIsRefusedSaysWhyAndWhatWasTypedStays() {
        HttpResponse<String> page = manager.submit(
                "/settings/directory/people/entry",
                Map.of("id", "no good", "name", "Nora", "team", "nowhere", "revision", ""));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("is no id", "there is no team of that id", "value=\"Nora\"", "value=\"no good\"");
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    }

    @Test
    void whoIsStillNeededIsNotRemoved() {
        HttpResponse<String> page =
                manager.submit("/settings/directory/people/removal", Map.of("id", "eva", "revision", "1"));
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("still used by account acme");
    }

    @Test
    void aCalendarShowsItsNextOpeningsWithTheDayOnWhichTheClocksChange() {
        manager.submit(
                "/settings/directory/calendars/entry",
                Map.of(
                        "id",
                        "weekend",
                        "zone",
                        "Europe/Prague",
                        "hours",
                        "sun 08:00-16:00; fri 22:00-02:00",
                        "holidays",
                        "2026-03-15 Fair",
                        "revision",
                        ""));
        String page =
                manager.get("/settings/directory/calendars/entry?id=weekend").body();
        assertThat(page)
                .contains("Sun 8 Mar 08:00 CET", "until Sun 8 Mar 16:00 CET", "Sun 15 Mar 2026</span>: Fair")
                .contains("Sun 29 Mar 03:00 CEST", "60 minutes forward", "60 minutes back")
                .doesNotContain("Sun 15 Mar 08:00");
        assertThat(page.split(">the clocks change<", -1)).hasSize(2);
        assertThat(page.indexOf(">the clocks change<")).isGreaterThan(page.indexOf("Sun 29 Mar 08:00 CEST"));
        // The rest of Friday evening, on Saturday.
        assertThat(page).contains("x=\"1320\" width=\"120\"", "x=\"0\" width=\"120\"");
    }

    @Test
    void aFileIsTakenWholeOrNotAtAll() {
        assertThat(manager.submit(
                                "/settings/files",
                                Map.of("kind", "teams", "text", "id,name\nnet,Network\n", "check", "true"))
                        .body())
                .contains("Only checked: 1 would be new");
        assertThat(app.get(Entries.class).find(EntryKind.TEAMS, List.of("net"), VisibleAccounts.ALL))
                .isEmpty();
        assertThat(manager.submit("/settings/files", Map.of("kind", "teams", "text", "id,name\nnet,\n"))
                        .body())
                .contains("Nothing of it was taken", "line 2", "net,");
        assertThat(manager.submit("/settings/files", Map.of("kind", "teams", "text", "id,name\nnet,Network\n"))
                        .body())
                .contains("Taken: 1 new");
    }

    @Test
    void whoActsOnEscalationsOnlyReadsTheDirectory() {
        try (Visitor agent = Visitor.signedIn(app, Role.AGENT)) {
            assertThat(agent.get("/settings/directory/people/entry?id=ana").body())
                    .contains("Managers and administrators may change this")
                    .doesNotContain(">Save<");
            assertThat(agent.submit("/settings/directory/people/removal", Map.of("id", "ana", "revision", "1"))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void skillsShowWhereOnlyOneKnows() {
        assertThat(manager.get("/settings/skills").body())
                .contains("kubernetes", english("settings.skills.only-one"), "id=ana");
    }
}
