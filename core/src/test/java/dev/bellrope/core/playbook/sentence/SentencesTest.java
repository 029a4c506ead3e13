package dev.bellrope.core.playbook.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.playbook.reader.PlaybookReader;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules say in sentences. */
class SentencesTest {
    private static final String HEAD = """
            playbook: small
            format: v1
            purpose: To be told.
            owner: us
            """;

    private static final Map<String, RuleSentence> BASELINE = told(PlaybookReader.baseline());

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            severity.matrix | Business stopped is S1 now, S1 today and S2 this week; degraded is S1 now, S2 today and S3 this week; inconvenient is S2 now, S3 today and S4 this week.
            response-tiers.T1 | T1 holds where the severity is S1, or the account's value band is strategic and the severity is S2; it climbs by itself as far as L3, and after 80 hours of effort the manager is asked. It brings: containment required, executives informed.
            response-tiers.T3 | T3 holds everywhere else; it climbs by itself as far as L2, and after 12 hours of effort the manager is asked. It brings: review on-repeat.
            issue-types.defect | It is of the type defect where the ticket's kind is bug; where no trigger says better, its impact is degraded and its urgency today. Resolved means: the fix runs in the customer's environment, and the steps that failed now pass.
            triggers.safety-concern | When ticket.opened, ticket.customer-message, ticket.changed or safety.concern is heard, an escalation of the ticket opens at once if the signal is safety.concern or one of the ticket's tags is safety. It is S1, whatever the matrix says.
            triggers.service-objective-missed | When slo.missed is heard, an escalation of the ticket opens at once. Its impact is business stopped where the signal's share of users is more than 0.5, else degraded; its urgency is now where the signal's share of users is more than 0.1, else today.
            triggers.data-threatened | When data.integrity is heard, an escalation of the ticket opens at once. Impact and urgency are those of the issue type.
            triggers.unhappy | When csat.received is heard, an escalation of the account opens at once if the signal's score is at most 2 and the account's value band is strategic or key. Its impact is inconvenient; its urgency is today; so it is S3.
            triggers.customer-asks | When escalation.requested is heard, an escalation of the ticket is asked for; the escalation manager accepts it within 30 minutes, or it climbs. Its impact is that of the issue type; its urgency is today.
            ladder.L1 | L1, the frontline: acknowledge, symptom, scope, customer context and triage. An escalation climbs from here to L2 when acknowledge is missed, when plan is missed or at once where the severity is S1.
            ladder.L2 | L2, the specialists: root cause, workaround and dependencies. When it is reached, these are brought in: facilitator and task force. An escalation climbs from here to L3 when update is missed twice or when 75% of the time for resolve is used up.
            targets.acknowledge | Acknowledge is promised within 15 minutes for S1, counted round the clock; within 1 hour for S2, 4 hours for S3 and 1 working day for S4, counted in the owner's hours. The owner is warned when 50% and 75% of the time is used up. For S1 it is not negotiable: only somebody who is entitled to may waive it.
            targets.root-cause | Root cause is promised within 24 hours for S1 and 48 hours for S2, counted round the clock. Its time begins when it is resolved. The owner is warned when 75% of the time is used up.
            routes.platform | Where the ticket's product is api, platform or infrastructure or the issue type is outage or data-integrity, it goes to the team platform. The owner is whoever fits best who knows kubernetes and networking; the backup is the next best in another time zone; the sponsor is whoever holds the duty vp-engineering; the facilitator is whoever holds the duty escalation-manager; the communications lead is the account's csm. The task force is of engineering, product and success. It meets every 4h for S1 and daily 09:30 for S2. Its channel is called esc-{key}-{account}.
            communication.executives | The facilitator informs the executives who take part: every 2 hours for S1 and every day for S2.
            communication.counts-as.ticket.reply | ticket.reply in the helpdesk counts as acknowledge and update here.
            guardrails.automatic-messages | At most 30 automatic messages go out for one escalation in an hour; at most 20 automatic messages reach one person in an hour; when more than 20 wait for one person, they become one digest.
            guardrails.quiet-hours | Between 22:00 and 07:00 by the recipient's clock nothing is sent, except for S1.
            guardrails.longest-wait | Whoever is served first, nobody waits longer than 3 working days (growth) or 5 working days (standard).
            exit.watch | After stepping down it is watched: 7 days for S1 and 3 days for S2.
            exit.automatic-close | A person closes it.
            exit.review | A review is held where the severity is S2 or worse or the highest level that it reached is L3, within 5 days, led by someone uninvolved, who is warned at 50% of the time. Missed, it climbs to sponsor, then escalation manager, with 1 day in between.
            account-value.criteria.renewal-near | Renewal near weighs 15: the days until the account's renewal gives 0 points at -30, 100 points at 0, 80 points at 90, 20 points at 180, 0 points at 365.
            account-value.bands | Of 100 points an account is strategic from 75, key from 55, growth from 30 and standard from 0.
            plans.standard | Standard promises first reply within 1 hour for urgent, 4 hours for high and 1 working day otherwise; next reply within 2 hours for urgent, 1 working day for high and 2 working days otherwise; resolve within 1 working day for urgent, 3 working days for high and 10 working days otherwise; counted in the hours of office, pausing while waiting on customer.
            permissions.publish | Administrator may publish.
            permissions.respond | Agent, executive and manager may respond. So may whoever holds a role in the escalation.
            permissions.approve | Executive and manager may approve. They may answer every question that waits for a decision, whoever it was asked of.
            """)
    void the_baseline(String rule, String sentence) {
        assertThat(sentence(BASELINE, rule)).isEqualTo(sentence);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            triggers: { odd: { because: x, hears: a.b, when: 'signal.kind.matches("b")' } } | triggers.odd | When a.b is heard, an escalation of the ticket opens at once if `signal.kind.matches("b")` holds. Impact and urgency are those of the issue type.
            ladder: { L1: { name: a }, L2: { name: b, teams: [x, y] }, L3: { name: c } } | ladder.L1 | An escalation climbs from here to L2 only when a person says so.
            ladder: { L1: { name: a, climbs-when: [tier is T1, update missed 3 times] }, L2: { name: b }, L3: { name: c } } | ladder.L1 | An escalation climbs from here to L2 at once where the response tier is T1 or when update is missed 3 times.
            targets: { resolve: { otherwise: 1d 2h, pauses-while: [agreed-window] }, calendar: account } | targets.resolve | Resolve is promised within 1 working day 2 hours for every severity, counted in the account's hours. It does not run while agreed window.
            targets: { update: { S1: 1h, calendar: office } } | targets.update | Update is promised within 1 hour for S1, counted in the hours of office. It is owed again as soon as it was kept or missed.
            communication: { customer: { by: owner, approval: { S1: manager, otherwise: facilitator, within: 20m } } } | communication.customer | The customer hears from the owner. What is written to the customer is approved by manager for S1 and facilitator for S2, S3 and S4; unanswered for 20 minutes the question climbs.
            guardrails: { never-automatic: [], openings-per-hour: 7 } | guardrails.openings-per-hour | At most 7 escalations open by themselves in an hour; more of them wait for somebody to accept them.
            exit: { watch: none, reopening: restart } | exit.watch | Nothing is watched after stepping down.
            exit: { reopening: restart } | exit.reopening | When it comes back, the time to resolve begins anew.
            exit: { automatic-close: true }\\nguardrails: { never-automatic: [] } | exit.automatic-close | It closes by itself once all of this holds and the watch period is over.
            exceptions: { gold: { account: acme, because: sold so, approved-by: Vic, until: 2026-12-31, targets: { acknowledge: { S1: 5m } } } } | exceptions.gold | Until 2026-12-31 the account acme is given acknowledge within 5 minutes for S1: sold so (approved by Vic).
            exceptions: { eu: { region: EU, because: law, approved-by: Vic, until: 2026-12-31, tier: T1 } } | exceptions.eu | Until 2026-12-31 the region EU is given the response tier T1: law (approved by Vic).
            """)
    void what_others_write(String section, String rule, String sentence) {
        assertThat(sentence(told(HEAD + section.replace("\\n", "\n") + "\n"), rule))
                .isEqualTo(sentence);
    }

    @Test
    void every_rule_has_a_sentence_and_something_to_compare() {
        assertThat(BASELINE.values()).allSatisfy(told -> {
            assertThat(told.sentence()).isNotBlank().doesNotContain("  ", "..", " ,", " .");
            assertThat(told.aspects()).isNotEmpty();
        });
    }

    private static String sentence(Map<String, RuleSentence> told, String rule) {
        return Objects.requireNonNull(told.get(rule)).sentence();
    }

    private static Map<String, RuleSentence> told(String text) {
        return Sentences.of(DifferencesTest.read(text)).stream()
                .flatMap(chapter -> chapter.rules().stream())
                .collect(Collectors.toMap(RuleSentence::rule, told -> told, (first, second) -> first));
    }
}
