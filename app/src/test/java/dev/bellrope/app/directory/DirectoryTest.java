package dev.bellrope.app.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.WriteResult.WriteOutcome;
import dev.bellrope.app.directory.entry.BadInput;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.Entry.AbsenceEntry;
import dev.bellrope.app.directory.entry.Entry.AccountEntry;
import dev.bellrope.app.directory.entry.Entry.AliasEntry;
import dev.bellrope.app.directory.entry.Entry.CalendarEntry;
import dev.bellrope.app.directory.entry.Entry.ContactEntry;
import dev.bellrope.app.directory.entry.Entry.PersonEntry;
import dev.bellrope.app.directory.entry.Entry.TeamEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.account.Contact;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.routing.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryTest {
    private static final SettableClock CLOCK = SettableClock.at("2026-03-06T15:30:00Z");
    private static final OptionalLong ANY = OptionalLong.empty();
    private static RunningApp app;
    private static Directory directory;
    private static Entries entries;

    @BeforeAll
    static void start() {
        app = RunningApp.with(CLOCK).share();
        directory = app.get(Directory.class);
        entries = app.get(Entries.class);
        put(new CalendarEntry(
                "prague",
                "Europe/Prague",
                "mon-fri 08:00-12:00 13:00-17:00",
                "cz",
                "",
                List.of("2026-12-31 Stocktaking"),
                List.of("2026-11-17"),
                List.of(),
                ""));
        put(new TeamEntry("platform", "Platform", "prague"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static WriteOutcome put(Entry entry) {
        return entries.put(entry, ANY, "test").outcome();
    }

    private static PersonEntry person(String id, String calendar, String backup) {
        return new PersonEntry(
                id, "The one called " + id, "", "platform", "", List.of(), List.of(), 3, calendar, backup);
    }

    private static AccountEntry account(String id, Map<String, Object> facts, Map<String, String> people) {
        return new AccountEntry(id, "Acme " + id, "gold", "EU", facts, people);
    }

    @Test
    void givesAnAccountWithItsContactsInTheOrderInWhichTheyAreTold() {
        put(person("cora", "", ""));
        put(account(
                "a1", Map.of("lifetime_value", 250_000, "renewal", "2027-01-31", "nps", 7.5), Map.of("csm", "cora")));
        put(new ContactEntry("a1", "aa", "Second", "s@a1.example", "portal", "cs", "Asia/Calcutta", 2));
        put(new ContactEntry("a1", "zz", "First", "f@a1.example", "", "", "", 1));
        assertThat(directory.getAccount("a1"))
                .isEqualTo(new Account(
                        "a1",
                        "Acme a1",
                        "gold",
                        "EU",
                        Map.of("lifetime_value", 250_000L, "renewal", "2027-01-31", "nps", 7.5),
                        List.of(
                                new Contact("zz", "First", "f@a1.example", "email", "en", "UTC"),
                                new Contact("aa", "Second", "s@a1.example", "portal", "cs", "Asia/Kolkata")),
                        Map.of("csm", "cora")));
        assertThat(directory.listAccounts("", 10, "ACME A1", VisibleAccounts.ALL))
                .containsExactly(directory.getAccount("a1"));
        assertThatThrownBy(() -> directory.getAccount("nobody")).hasMessage("There is no account nobody.");
    }

    @ParameterizedTest
    @CsvSource({
        "zendesk, Acme Ltd,     found",
        "zendesk, '  aCME  ltd', found",
        "zendesk, Acme,         ''",
        "jira,    Acme Ltd,     ''",
    })
    void mapsWhatASourceCallsAnAccountWhateverTheCaseAndSpacing(String source, String alias, String found) {
        put(account("found", Map.of(), Map.of()));
        put(new AliasEntry("zendesk", "Acme Ltd", "found"));
        Directory.Name name = new Directory.Name(source, alias);
        assertThat(directory.mapNames(List.of(name)).getOrDefault(name, "")).isEqualTo(found);
    }

    @Test
    void buildsPeopleWithTheirOwnOrTheirTeamsHoursAndTheirAbsences() {
        put(person("ana", "", ""));
        put(person("ben", "always", "ana"));
        put(new AbsenceEntry("ana", "", "2026-03-09", "2026-03-10", "away"));
        put(new AbsenceEntry("ana", "", "2026-03-12T09:00", "2026-03-12T10:00:00Z", "dentist"));
        Person ana = directory.findPerson("ana").orElseThrow();
        assertThat(ana.calendar().name()).isEqualTo("prague");
        assertThat(directory.findPerson("ben").orElseThrow().calendar().isAlways())
                .isTrue();
        // Both days belong to the absence, in Prague's time (UTC+1).
        assertThat(ana.absences())
                .containsExactlyInAnyOrder(
                        new Person.Absence(
                                Instant.parse("2026-03-08T23:00:00Z"), Instant.parse("2026-03-10T23:00:00Z"), "away"),
                        new Person.Absence(
                                Instant.parse("2026-03-12T08:00:00Z"),
                                Instant.parse("2026-03-12T10:00:00Z"),
                                "dentist"));
        assertThat(ana.isWorking(Instant.parse("2026-03-10T09:00:00Z"))).isFalse();
        assertThat(ana.isWorking(Instant.parse("2026-03-11T09:00:00Z"))).isTrue();
    }

    @Test
    void closesOnTheCountrysHolidaysAndSaysWhereTheyComeFrom() {
        var holidays = directory.findCalendar("prague").orElseThrow().holidays();
        assertThat(holidays.find(LocalDate.parse("2026-10-28")).orElseThrow().source())
                .isEqualTo("Jollyday CZ");
        assertThat(holidays.find(LocalDate.parse("2026-12-31")).orElseThrow().name())
                .isEqualTo("Stocktaking");
        assertThat(holidays.find(LocalDate.parse("2026-11-17"))).isEmpty();
    }

    @Test
    void anotherNodeSeesAChangedPersonAtOnce() {
        put(person("dan", "", ""));
        try (RunningApp other = RunningApp.with(CLOCK).on(app.database()).share()) {
            Directory there = other.get(Directory.class);
            assertThat(there.findPerson("dan").orElseThrow().calendar().name()).isEqualTo("prague");
            put(person("dan", "always", ""));
            assertThat(there.findPerson("dan").orElseThrow().calendar().isAlways())
                    .isTrue();
        }
    }

    @Test
    void puttingTheSameAgainChangesNothing() {
        assertThat(put(account("same", Map.of("v", 1.0), Map.of()))).isEqualTo(WriteOutcome.CREATED);
        assertThat(put(account("same", Map.of("v", 1), Map.of()))).isEqualTo(WriteOutcome.UNCHANGED);
        assertThat(put(account("same", Map.of("v", 2), Map.of()))).isEqualTo(WriteOutcome.UPDATED);
        assertThat(entries.get(EntryKind.ACCOUNTS, List.of("same"), VisibleAccounts.ALL)
                        .revision())
                .isEqualTo(2);
    }

    @Test
    void aWriterWhoReadAnOlderRevisionIsRefused() {
        put(account("two", Map.of(), Map.of()));
        entries.put(account("two", Map.of("v", 1), Map.of()), OptionalLong.of(1), "first");
        assertThatThrownBy(() -> entries.put(account("two", Map.of("v", 2), Map.of()), OptionalLong.of(1), "second"))
                .isInstanceOf(WriteConflict.ChangedMeanwhile.class)
                .hasMessage("The account two is not at revision 1: it is at revision 2.");
        assertThat(directory.getAccount("two").facts()).isEqualTo(Map.of("v", 1L));
    }

    @Test
    void aRemovedAccountIsGoneWithItsAliasesAndTheRowSaysWhoRemovedItAndWhen() {
        put(account("gone", Map.of(), Map.of()));
        put(new AliasEntry("zendesk", "Gone", "gone"));
        entries.remove(EntryKind.ACCOUNTS, List.of("gone"), ANY, "ana", VisibleAccounts.ALL);
        assertThat(directory.findAccount("gone")).isEmpty();
        assertThat(directory.mapNames(List.of(new Directory.Name("zendesk", "gone"))))
                .isEmpty();
        assertThat(app.client()
                        .sql(
                                "select removed_by || ' ' || (removed_at at time zone 'UTC') from account where account_id = 'gone'")
                        .query(String.class)
                        .single())
                .isEqualTo("ana 2026-03-06 15:30:00");
        assertThat(put(account("gone", Map.of(), Map.of()))).isEqualTo(WriteOutcome.CREATED);
        assertThat(directory.findAccount("gone")).isPresent();
    }

    @Test
    void whatOthersReferToIsNotRemoved() {
        assertThatThrownBy(
                        () -> entries.remove(EntryKind.CALENDARS, List.of("prague"), ANY, "test", VisibleAccounts.ALL))
                .isInstanceOf(WriteConflict.StillUsed.class)
                .hasMessageStartingWith("The calendar prague is still used by team platform");
        put(person("eva", "", ""));
        put(account("ofEva", Map.of(), Map.of("csm", "eva")));
        assertThatThrownBy(() -> entries.remove(EntryKind.PEOPLE, List.of("eva"), ANY, "test", VisibleAccounts.ALL))
                .hasMessage("The person eva is still used by account ofEva; name another there first.");
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Calcutta, Asia/Kolkata",
        "US/Eastern,    America/New_York",
        "Europe/Kiev,   Europe/Kyiv",
        "Etc/UTC,       UTC",
    })
    void T14_deprecatedZonesAreTakenAndKeptUnderTheirCurrentName(String written, String kept) {
        put(new CalendarEntry("t14", written, "24x7", "", "", List.of(), List.of(), List.of(), ""));
        assertThat(entries.<CalendarEntry>get(EntryKind.CALENDARS, List.of("t14"), VisibleAccounts.ALL)
                        .entry()
                        .zone())
                .isEqualTo(kept);
        assertThat(directory.findCalendar("t14").orElseThrow().zone().getId()).isEqualTo(kept);
    }

    @Test
    void specialHoursReplaceTheWeekAndTheHolidaysOnTheirDates() {
        put(new CalendarEntry(
                "special",
                "Europe/Prague",
                "mon-fri 09:00-17:00",
                "CZ",
                "",
                List.of(),
                List.of(),
                List.of("2026-12-24 08:00-12:00", "2026-12-05 10:00-14:00"),
                ""));
        WorkingCalendar calendar = directory.findCalendar("special").orElseThrow();
        assertThat(calendar.isOpen(Instant.parse("2026-12-24T07:30:00Z"))).isTrue(); // a holiday
        assertThat(calendar.isOpen(Instant.parse("2026-12-24T12:00:00Z"))).isFalse();
        assertThat(calendar.isOpen(Instant.parse("2026-12-05T09:30:00Z"))).isTrue(); // a Saturday
        assertThat(calendar.isOpen(Instant.parse("2026-12-25T09:30:00Z"))).isFalse();
    }

    @Test
    void T17_aCalendarThatNeverOpensIsRefusedWhenItIsSaved() {
        assertThatThrownBy(() -> put(new CalendarEntry(
                        "never",
                        "UTC",
                        "sat 10:00-11:00",
                        "",
                        "",
                        List.of("2000-01-01/2399-12-31"),
                        List.of(),
                        List.of(),
                        "")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("never opens");
        assertThat(directory.findCalendar("never")).isEmpty();
    }
}
