package dev.bellrope.core.playbook.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.reader.PlaybookReader;
import dev.bellrope.core.playbook.sentence.Difference.DifferenceKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In what playbooks differ from the baseline when one thing is written otherwise. */
public class DifferencesTest {
    private static final String BASELINE = PlaybookReader.baseline();

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            acknowledge: { S1: 15m, | acknowledge: { S1: 10m, | CHANGED | S1 acknowledge: 10 minutes round the clock instead of 15 minutes round the clock
            plan:        { S1: 2h,  S2: 4h, S3: 2d, | plan:        { S1: 2h,  S2: 4h, | CHANGED | S3 plan: nothing any more, instead of 2 working days in the owner's hours
            S2: 4h, S3: 2d, warn: | S2: 4h, S3: 2d, S4: 9d, warn: | CHANGED | S4 plan: 9 working days in the owner's hours, where nothing was said
            degraded:         [S1, S2, S3] | degraded:         [S1, S1, S3] | CHANGED | degraded and today: S1 instead of S2
            band in [strategic, key] && ticket.priority | band in [strategic] && ticket.priority | CHANGED | trigger flagged-at-intake fires if: the account's value band is strategic and the ticket's priority is urgent, critical or highest instead of the account's value band is strategic or key and the ticket's priority is urgent, critical or highest
            climbs-when: [update missed twice, | climbs-when: [update missed 3 times, | CHANGED | L2 climbs: when update is missed 3 times or when 75% of the time for resolve is used up instead of when update is missed twice or when 75% of the time for resolve is used up
            backup: next-best-other-zone | backup: next-best | CHANGED | route platform, backup: the next best instead of the next best in another time zone
            openings-per-hour: 100 | openings-per-hour: 50 | CHANGED | openings per hour: “At most 50 escalations open by themselves in an hour; more of them wait for somebody to accept them.” instead of “At most 100 escalations open by themselves in an hour; more of them wait for somebody to accept them.”
            criteria: [cause-known, fix-validated, | criteria: [cause-known, | REMOVED | fix-validated: It may be closed when every step of the plan is validated.
            criteria: [cause-known, | criteria: [tickets-done, cause-known, | ADDED | tickets-done: It may be closed when every ticket that it covers is done.
            waive:       [executive] | waive:       [executive, manager] | CHANGED | who may waive: executive and manager instead of executive
            lifetime-value: { weight: 30, | lifetime-value: { weight: 40, | CHANGED | lifetime value weighs: 40 instead of 30
            Dear {{contact}},\\n\\n        We know about | Hello,\\n\\n        We know about | CHANGED | message acknowledge, text: worded anew
            zone: Europe/Prague | zone: Europe/Vienna | CHANGED | calendar office, zone: Europe/Vienna instead of Europe/Prague
            first-reply: { urgent: 15m, | first-reply: { urgent: 20m, | CHANGED | plan premium, first reply: 20 minutes for urgent, 1 hour for high and 4 hours otherwise instead of 15 minutes for urgent, 1 hour for high and 4 hours otherwise
            """)
    void one_thing_written_otherwise(String from, String to, DifferenceKind kind, String sentence) {
        String was = from.replace("\\n", "\n");
        assertThat(BASELINE).contains(was);
        List<Difference> differences =
                Differences.between(read(BASELINE), read(BASELINE.replace(was, to.replace("\\n", "\n"))));
        assertThat(differences).singleElement().satisfies(only -> {
            assertThat(only.kind()).isEqualTo(kind);
            assertThat(only.sentence()).isEqualTo(sentence);
        });
    }

    @Test
    void a_rule_that_came_is_told_whole_and_so_is_one_that_went() {
        String more = BASELINE.replace("triggers:\n", """
                triggers:
                  vip-waits:
                    because: they wait
                    hears: vip.waits
                    impact: degraded
                    urgency: now
                """);
        String sentence = "vip-waits: When vip.waits is heard, an escalation of the ticket opens at once."
                + " Its impact is degraded; its urgency is now; so it is S1.";
        assertThat(Differences.between(read(BASELINE), read(more)))
                .containsExactly(new Difference("triggers", "triggers.vip-waits", DifferenceKind.ADDED, sentence));
        assertThat(Differences.between(read(more), read(BASELINE)))
                .containsExactly(new Difference("triggers", "triggers.vip-waits", DifferenceKind.REMOVED, sentence));
    }

    @Test
    void the_order_counts_where_the_first_that_fits_does() {
        String text = """
                playbook: small
                format: v1
                purpose: To be told.
                owner: us
                routes:
                  one: { when: band == key, team: a }
                  two: { when: band == growth, team: b }
                  rest: { team: c }
                """;
        String turned = text.replace("  one: { when: band == key, team: a }\n", "")
                .replace("  rest:", "  one: { when: band == key, team: a }\n  rest:");
        assertThat(Differences.between(read(text), read(turned)))
                .containsExactly(new Difference(
                        "routes", "routes", DifferenceKind.CHANGED, "order: two, one, rest instead of one, two, rest"));
    }

    @Test
    void a_playbook_does_not_differ_from_itself() {
        assertThat(Differences.between(read(BASELINE), read(BASELINE))).isEmpty();
    }

    public static Playbook read(String text) {
        PlaybookReader.PlaybookResult reading = new PlaybookReader().read(text, "test");
        Playbook playbook = reading.playbook();
        if (playbook == null) {
            throw new AssertionError(reading.problems().toString());
        }
        return playbook;
    }
}
