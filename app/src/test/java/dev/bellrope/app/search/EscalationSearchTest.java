package dev.bellrope.app.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.store.EscalationFilter;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.PlanStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One escalation about an outage, with a note that names a pool, an address and a path. */
class EscalationSearchTest {
    private static final Actor ANA = new Actor("ana", "Ana", Set.of("agent", "escalation-manager"));
    private static final EscalationFilter ALL = new EscalationFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, VisibleAccounts.ALL);

    private static final String CLOSED_ONES = """
            insert into escalation
              (key, number, account, account_name, title, status, severity, tier, band, level, trigger, issue_type, route, playbook, begun_at,
               over_at, sequence, state)
            select 'ESC-' || n, n, case n when 2007 then 'acme-7' else 'acme' end, account_name, title, 'closed', severity, tier, band, level,
                   trigger, issue_type, route, playbook, begun_at, begun_at, sequence, state
            from escalation, generate_series(2000, 4999) as n
            """;

    private static final String WHAT_THEY_SAY = """
            insert into escalation_words (escalation, account, sequence, at, said)
            select key, account, 999, begun_at, 'zeppelin' || case when over_at is not null and number % 100 = 0 then ' dirigible' else '' end
            from escalation
            """;

    private static final SettableClock CLOCK = SettableClock.at("2026-03-06T15:30:00Z");
    private static RunningApp app;
    private static EscalationSearch search;

    @BeforeAll
    static void start() {
        app = RunningApp.with(CLOCK).share();
        SmallCompany.moveInto(app);
        Escalations escalations = app.get(Escalations.class);
        search = app.get(EscalationSearch.class);
        escalations.hear(
                SmallCompany.signal("one", "slo.missed", "acme", "", CLOCK.instant(), Map.of("share_of_users", 0.9)));
        note(
                escalations,
                "The Verbindungspool leaks; ask O'Brien <obrien@acme.example>, the re-sync, see C:\\logs\\pool");
        act(escalations, new Command.AttachFile("1", "heapdump-eu2.txt", "text/plain", 12, "00", "Taken at noon"));
        act(
                escalations,
                new Command.SetPlan(
                        List.of(PlanStep.open("1", "Widen the pool", "", null, "No waiting")), "Fail over"));
        act(escalations, new Command.Pause("waiting-on-customer", "They restart on Saturday"));
    }

    private static void act(Escalations escalations, Command command) {
        escalations.act("ESC-1001", ANA, command, OptionalLong.empty());
    }

    private static void note(Escalations escalations, String text) {
        act(escalations, new Command.AddNote(false, text));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    esc-1001,                the key
                    ESC-1001,                the key as it is written
                    verbindungsp,            the beginning of a word
                    Leaks verbindungspool,   words in any order
                    obrien@acme.example,     an address
                    O'Brien,                 a name with an apostrophe
                    re-sync,                 a word with a hyphen
                    'C:\\logs',              a path with a backslash
                    heapdump-eu2.txt,        the name of a file
                    taken noon,              what was said with a file
                    widen fail,              a step of the plan and what is done if it fails
                    saturday,                why it is paused
                    """)
    void whatWasSaidIsFound(String asked, String because) {
        assertThat(search.find(asked, ALL, 10))
                .as(because)
                .extracting(found -> found.row().key())
                .containsExactly("ESC-1001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "nobody", "leaks nobody", "'", "\\", "& | ! :*", "<->", "%", "(((", "ESC-9999"})
    void whatWasNotSaidIsNot(String asked) {
        assertThat(search.find(asked, ALL, 10)).isEmpty();
    }

    @Test
    void theExcerptMarksWhatWasSearchedFor() {
        assertThat(search.find("leaks", ALL, 10).getFirst().said())
                .contains("Verbindungspool " + EscalationSearch.OPEN + "leaks" + EscalationSearch.CLOSE);
    }

    @Test
    void filtersNarrowIt() {
        assertThat(search.find("leaks", filter("severity", "S4"), 10)).isEmpty();
        assertThat(search.find("leaks", filter("severity", severity()), 10)).hasSize(1);
        assertThat(search.find("leaks", filter("status", "closed"), 10)).isEmpty();
        assertThat(search.find("leaks", filter("account", "acme"), 10)).hasSize(1);
        assertThat(search.find("leaks", filter("account", "bluebird"), 10)).isEmpty();
    }

    /** Far more say it than a page shows; none of what comes first is missing, whoever else says it. */
    @Test
    void whatIsOpenComesFirstAndThenTheNewestHoweverManySayIt() {
        app.client().sql(CLOSED_ONES).update();
        app.client().sql(WHAT_THEY_SAY).update();
        try {
            assertThat(search.find("zeppelin", ALL, 3))
                    .as("everybody says it")
                    .extracting(found -> found.row().key())
                    .containsExactly("ESC-1001", "ESC-4999", "ESC-4998");
            assertThat(search.find("dirigible", ALL, 3))
                    .as("one in a hundred says it")
                    .extracting(found -> found.row().key())
                    .containsExactly("ESC-4900", "ESC-4800", "ESC-4700");
            assertThat(search.find("zeppelin", filter("account", "acme-7"), 3))
                    .as("everybody says it, one of them is wanted")
                    .extracting(found -> found.row().key())
                    .containsExactly("ESC-2007");
        } finally {
            app.client()
                    .sql("delete from escalation_words where said like 'zeppelin%'")
                    .update();
            app.client().sql("delete from escalation where key <> 'ESC-1001'").update();
        }
    }

    private static String severity() {
        return search.find("leaks", ALL, 10).getFirst().row().severity();
    }

    private static EscalationFilter filter(String what, String value) {
        return new EscalationFilter(
                Optional.of(value).filter(one -> what.equals("status")),
                Optional.of(value).filter(one -> what.equals("account")),
                Optional.empty(),
                Optional.of(value).filter(one -> what.equals("severity")),
                true,
                VisibleAccounts.ALL);
    }
}
