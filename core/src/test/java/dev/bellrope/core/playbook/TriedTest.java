package dev.bellrope.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.fact.Finding;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which triggers of the baseline nearly fired, and what was missing. */
class TriedTest {
    @ParameterizedTest(name = "{0} of a {1} account with {2}: near are {3}")
    @CsvSource(delimiter = '|', textBlock = """
            ticket.opened        | growth    | ticket.priority=urgent                               | flagged-at-intake: band in [strategic, key]
            ticket.opened        | key       | ticket.priority=low                                  | flagged-at-intake: ticket.priority in ["urgent", "critical", "highest"]
            ticket.opened        | growth    | ticket.priority=low                                  |
            ticket.reply         | key       | ticket.priority=urgent                               | flagged-at-intake:
            ticket.target.missed | standard  | target.name=next-reply target.missed_count=1         | conversation-stalled: target.missed_count >= 2
            csat.received        | standard  | signal.data.score=1                                  | unhappy: band in [strategic, key]
            csat.received        | standard  | signal.data.score=5                                  |
            executive.mail       | standard  |                                                      |
            """)
    void what_nearly_fires_and_what_was_missing(String kind, String band, String facts, String near) {
        assertThat(explain(band, kind, facts).stream()
                        .filter(Triage.TriedTrigger::isNear)
                        .map(tried -> tried.trigger().name() + ":"
                                + tried.missing().stream()
                                        .map(missing -> " " + told(missing))
                                        .collect(Collectors.joining(" and")))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(near == null ? "" : near);
    }

    private static String told(Finding finding) {
        return switch (finding) {
            case Finding.SimpleFinding one -> one.source();
            case Finding.AllFinding all ->
                all.findings().stream().map(TriedTest::told).collect(Collectors.joining(" and ", "(", ")"));
            case Finding.AnyFinding any ->
                any.findings().stream().map(TriedTest::told).collect(Collectors.joining(" or ", "(", ")"));
        };
    }

    static List<Triage.TriedTrigger> explain(String band, String kind, String facts) {
        return Triage.explain(
                TriageTest.BASELINE, TriageTest.facts(kind, facts), TriageTest.account(band), kind, TriageTest.NOW);
    }
}
