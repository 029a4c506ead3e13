package dev.bellrope.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.fact.Facts;
import dev.bellrope.core.fact.Reason;
import dev.bellrope.core.playbook.Triage.TriageVerdict;
import dev.bellrope.core.playbook.reader.PlaybookReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the baseline makes of what is heard. Facts are written as {@code ticket.priority=urgent}, separated by spaces. */
class TriageTest {
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final Playbook BASELINE = read(PlaybookReader.baseline());

    @ParameterizedTest(name = "{0} hears {1} of a {2} account with {3} -> {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "safety-concern | safety.concern | standard | | fires",
                "safety-concern | ticket.opened | standard | ticket.tags=[eu,safety] | fires",
                "safety-concern | ticket.opened | strategic | ticket.tags=[eu] | silent",
                "service-objective-missed | slo.missed | standard | signal.data.share_of_users=0.6 | fires",
                "service-objective-missed | slo.met | strategic | | deaf",
                "uptime-threatened | alert.firing | standard | signal.data.severity=critical | fires",
                "uptime-threatened | incident.opened | standard | signal.data.severity=major | fires",
                "uptime-threatened | alert.firing | strategic | signal.data.severity=warning | silent",
                "data-threatened | data.integrity | standard | | fires",
                "data-threatened | alert.firing | strategic | signal.data.severity=critical | deaf",
                "commitment-threatened | commitment.threatened | standard | | fires",
                "commitment-threatened | account.risk | strategic | signal.data.score=90 | deaf",
                "flagged-at-intake | ticket.opened | key | ticket.priority=urgent | fires",
                "flagged-at-intake | ticket.opened | growth | ticket.priority=urgent | silent",
                "flagged-at-intake | ticket.opened | strategic | ticket.priority=normal | silent",
                "ticket-target-missed | ticket.target.missed | standard | target.name=resolve | fires",
                "ticket-target-missed | ticket.target.missed | standard | target.name=first-reply ticket.priority=urgent | fires",
                "ticket-target-missed | ticket.target.missed | strategic | target.name=first-reply ticket.priority=low | silent",
                "response-slips | ticket.target.warned | key | target.name=next-reply ticket.priority=high_ish | silent",
                "response-slips | ticket.target.warned | key | target.name=next-reply ticket.priority=urgent | fires",
                "response-slips | ticket.target.warned | growth | target.name=next-reply ticket.priority=urgent | silent",
                "response-slips | ticket.target.warned | key | target.name=resolve ticket.priority=urgent | silent",
                "conversation-stalled | ticket.target.missed | standard | target.name=next-reply target.missed_count=2 | fires",
                "conversation-stalled | ticket.target.missed | strategic | target.name=next-reply target.missed_count=1 | silent",
                "came-back-again | ticket.reopened | standard | ticket.reopened=2 | fires",
                "came-back-again | ticket.reopened | strategic | ticket.reopened=1 | silent",
                "risk-too-high | account.risk | standard | signal.data.score=80 | fires",
                "risk-too-high | account.risk | strategic | signal.data.score=79.9 | silent",
                "unhappy | csat.received | key | signal.data.score=2 | fires",
                "unhappy | csat.received | growth | signal.data.score=1 | silent",
                "executive-wrote | executive.mail | standard | | fires",
                "executive-wrote | ticket.customer-message | strategic | | deaf",
                "customer-asks | escalation.requested | standard | | fires",
                "customer-asks | ticket.opened | strategic | ticket.priority=urgent | deaf",
            })
    void every_trigger_fires_for_its_reason_and_for_no_other(
            String trigger, String kind, String band, String facts, String expected) {
        TriageVerdict verdict = judge(BASELINE, band, kind, facts);
        String was = verdict.fired().contains(trigger)
                ? "fires"
                : verdict.silent().stream().anyMatch(silent -> silent.trigger().equals(trigger)) ? "silent" : "deaf";
        assertThat(was).isEqualTo(expected);
        assertThat(TriedTest.explain(band, kind, facts).stream()
                        .filter(Triage.TriedTrigger::isFired)
                        .map(tried -> tried.trigger().name()))
                .as("as it is told afterwards")
                .isEqualTo(verdict.fired());
    }

    @Test
    void every_trigger_has_a_row_where_it_fires_and_one_where_it_does_not() throws NoSuchMethodException {
        String[] rows = TriageTest.class
                .getDeclaredMethod(
                        "every_trigger_fires_for_its_reason_and_for_no_other",
                        String.class,
                        String.class,
                        String.class,
                        String.class,
                        String.class)
                .getAnnotation(CsvSource.class)
                .value();
        assertThat(BASELINE.triggers()).allSatisfy(trigger -> {
            assertThat(rows).anyMatch(row -> row.startsWith(trigger.name() + " ") && row.endsWith("fires"));
            assertThat(rows).anyMatch(row -> row.startsWith(trigger.name() + " ") && !row.endsWith("fires"));
        });
    }

    @ParameterizedTest(name = "{0} of a {1} account with {2} -> {3}, {4} {5} {6}, to {7}")
    @CsvSource(
            delimiter = '|',
            value = {
                "slo.missed | standard | signal.data.share_of_users=0.6 | outage | business_stopped | S1 | T1 | platform",
                "slo.missed | standard | signal.data.share_of_users=0.2 | outage | degraded | S1 | T1 | platform",
                "slo.missed | standard | signal.data.share_of_users=0.1 | outage | degraded | S2 | T2 | platform",
                "slo.missed | strategic | signal.data.share_of_users=0.1 | outage | degraded | S2 | T1 | platform",
                "slo.missed | standard | | outage | business_stopped | S1 | T1 | platform",
                "data.integrity | standard | | data-integrity | business_stopped | S1 | T1 | platform",
                "commitment.threatened | key | | other | degraded | S2 | T2 | accounts-that-matter",
                "safety.concern | standard | | safety | business_stopped | S1 | T1 | everything-else",
                "ticket.target.missed | growth | target.name=resolve | other | inconvenient | S3 | T3 | everything-else",
                "ticket.target.missed | key | target.name=resolve | other | inconvenient | S3 | T2 | accounts-that-matter",
                "ticket.target.missed | standard | target.name=resolve ticket.kind=bug | defect | degraded | S2 | T2 | everything-else",
                "ticket.target.missed | standard | target.name=resolve ticket.tags=[billing] | commercial | inconvenient | S3 | T3 | everything-else",
                "ticket.target.missed | standard | target.name=resolve ticket.tags=[data-loss] | data-integrity | business_stopped | S1 | T1 | platform",
                "ticket.target.missed | standard | target.name=resolve ticket.product=api | other | inconvenient | S3 | T3 | platform",
                "account.risk | growth | signal.data.score=85 | other | degraded | S3 | T3 | everything-else",
            })
    void types_severities_tiers_and_routes(
            String kind,
            String band,
            String facts,
            String type,
            String impact,
            String severity,
            String tier,
            String route) {
        Assessment assessment =
                Objects.requireNonNull(judge(BASELINE, band, kind, facts).assessment());
        assertThat(List.of(
                        assessment.issueType(),
                        assessment.impact(),
                        assessment.severity().name(),
                        assessment.tier(),
                        assessment.route(),
                        assessment.band().word()))
                .containsExactly(type, impact, severity, tier, route, band);
        assertThat(assessment.reasons())
                .extracting(Reason::rule)
                .contains("issue-types." + type, "account-value", "response-tiers." + tier, "routes." + route);
        assertThat(assessment.reasons())
                .allSatisfy(reason -> assertThat(reason.sentence()).isNotBlank());
    }

    @ParameterizedTest(name = "{0}: {1} {2} {3}")
    @CsvSource({"business_stopped, S1, S1, S2", "degraded, S1, S2, S3", "inconvenient, S2, S3, S4"})
    void every_cell_of_the_matrix(String impact, String now, String today, String thisWeek) {
        SeverityMatrix matrix = BASELINE.matrix();
        assertThat(matrix.urgencies().stream()
                        .map(urgency -> matrix.severity(impact, urgency).name()))
                .containsExactly(now, today, thisWeek);
    }

    /** A rule that says "more than so much" has a side where it holds and one where it does not, and the edge belongs to one. */
    @ParameterizedTest(name = "T49: {0}, {1} {2}: {3}, {4}: {5}")
    @CsvSource(delimiter = '|', textBlock = """
            conversation-stalled | ticket.target.missed | target.name=next-reply target.missed_count= | 1    | 2    | 3
            came-back-again      | ticket.reopened      | ticket.reopened=                            | 1    | 2    | 3
            risk-too-high        | account.risk         | signal.data.score=                          | 79.9 | 80   | 80.1
            unhappy              | csat.received        | signal.data.score=                          | 2.1  | 2    | 1.9
            """)
    void T49_a_threshold_from_both_sides(
            String trigger, String kind, String fact, String under, String edge, String beyond) {
        assertThat(judge(BASELINE, "key", kind, fact + under).fired())
                .as("%s%s is not enough", fact, under)
                .doesNotContain(trigger);
        assertThat(List.of(edge, beyond))
                .allSatisfy(enough -> assertThat(
                                judge(BASELINE, "key", kind, fact + enough).fired())
                        .contains(trigger));
    }

    @ParameterizedTest(name = "T49: an outage for {0} of the users is {1}, {2}")
    @CsvSource({
        "0.1, degraded, today",
        "0.11, degraded, now",
        "0.5, degraded, now",
        "0.51, business_stopped, now",
    })
    void T49_how_bad_by_the_share_of_users(String share, String impact, String urgency) {
        Assessment assessment =
                Objects.requireNonNull(judge(BASELINE, "standard", "slo.missed", "signal.data.share_of_users=" + share)
                        .assessment());
        assertThat(List.of(assessment.impact(), assessment.urgency())).containsExactly(impact, urgency);
    }

    @Test
    void no_other_word_has_a_cell() {
        assertThat(BASELINE.matrix().impacts()).hasSize(3);
        assertThatThrownBy(() -> BASELINE.matrix().severity("degraded", "tomorrow"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tomorrow");
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "uptime-threatened | | signal.data.severity is not known",
                "uptime-threatened | signal.data.severity=minor | signal.data.severity in [\"critical\", \"page\", \"major\"] does not hold: signal.data.severity is minor",
            })
    void a_silent_trigger_says_why(String trigger, String facts, String why) {
        assertThat(judge(BASELINE, "standard", "alert.firing", facts).silent())
                .extracting(Triage.SilentTrigger::trigger, Triage.SilentTrigger::why)
                .contains(tuple(trigger, why));
    }

    @Test
    void the_worst_of_several_triggers_counts_and_all_are_named() {
        TriageVerdict verdict =
                judge(BASELINE, "strategic", "ticket.opened", "ticket.tags=[safety] ticket.priority=urgent");
        assertThat(verdict.fired()).containsExactly("safety-concern", "flagged-at-intake");
        assertThat(Objects.requireNonNull(verdict.assessment()).trigger()).isEqualTo("safety-concern");
        assertThat(verdict.assessment().severity()).isEqualTo(Severity.S1);
    }

    @Test
    void what_nobody_hears_is_no_verdict() {
        assertThat(judge(BASELINE, "strategic", "weather.changed", ""))
                .isEqualTo(new TriageVerdict(null, List.of(), List.of()));
    }

    @ParameterizedTest(name = "at {0}: {1}")
    @CsvSource({"2026-11-30T23:59:59Z, T1, 5m", "2026-12-01T00:00:00Z, T3, 4h", "2026-11-01T00:00:00Z, T1, 5m"})
    void an_exception_holds_through_its_last_day(Instant at, String tier, String budget) {
        Playbook playbook = read("""
                playbook: t
                format: v1
                purpose: p
                owner: o
                exceptions:
                  for-standard:
                    account: standard
                    because: the launch of their shop
                    approved-by: irena
                    until: 2026-11-30
                    tier: T1
                    targets: { acknowledge: { S3: 5m } }
                """);
        Account account = account("standard");
        Assessment assessment = Objects.requireNonNull(Triage.judge(
                        playbook,
                        facts("ticket.target.missed", "target.name=resolve"),
                        account,
                        "ticket.target.missed",
                        at)
                .assessment());
        assertThat(assessment.tier()).isEqualTo(tier);
        assertThat(playbook.findBudget("acknowledge", Severity.S3, account, at)
                        .orElseThrow()
                        .span())
                .hasToString(budget);
        assertThat(playbook.findBudget("acknowledge", Severity.S3, account("growth"), at)
                        .orElseThrow()
                        .span())
                .hasToString("4h");
    }

    @ParameterizedTest(name = "in the region ''{0}'': {1}")
    @CsvSource({"DE, T1", "AT, T3", "'', T3"})
    void an_exception_of_a_region_holds_there_alone(String region, String tier) {
        Playbook playbook = read("""
                playbook: t
                format: v1
                purpose: p
                owner: o
                exceptions:
                  for-germany:
                    region: DE
                    because: the law there
                    approved-by: irena
                    until: 2026-11-30
                    tier: T1
                """);
        Account there =
                new Account("acme", "Acme", "", region, Map.of("strategic_importance", 0.0), List.of(), Map.of());
        Facts facts = facts("ticket.target.missed", "target.name=resolve");
        assertThat(Objects.requireNonNull(Triage.judge(playbook, facts, there, "ticket.target.missed", NOW)
                                .assessment())
                        .tier())
                .isEqualTo(tier);
    }

    @Test
    void judging_anew_keeps_what_only_the_beginning_knew() {
        Account account = account("standard");
        Assessment before = Objects.requireNonNull(judge(
                        BASELINE,
                        "standard",
                        "ticket.target.missed",
                        "target.name=resolve ticket.product=api ticket.kind=bug")
                .assessment());
        Assessment anew = Triage.reassess(BASELINE, account, before, Severity.S1, Facts.none(), NOW);
        assertThat(List.of(anew.trigger(), anew.issueType(), anew.route(), anew.tier()))
                .containsExactly("ticket-target-missed", "defect", "platform", "T1");
    }

    @Test
    void what_a_person_declares() {
        Assessment declared = Triage.assessManually(BASELINE, account("key"), "degraded", "today", Facts.none(), NOW);
        assertThat(List.of(declared.trigger(), declared.severity().name(), declared.tier(), declared.route()))
                .containsExactly(Triage.MANUAL, "S2", "T2", "accounts-that-matter");
    }

    private static TriageVerdict judge(Playbook playbook, String band, String kind, String facts) {
        return Triage.judge(playbook, facts(kind, facts), account(band), kind, NOW);
    }

    /** An account whose score lies in the band of that name. */
    static Account account(String band) {
        double importance = Map.of("strategic", 5.0, "key", 3.0, "growth", 2.0, "standard", 0.0)
                .getOrDefault(band, 0.0);
        return new Account(band, band, "", "", Map.of("strategic_importance", importance), List.of(), Map.of());
    }

    static Facts facts(String kind, String written) {
        Map<String, Object> tree = new LinkedHashMap<>();
        put(tree, "signal.kind", kind);
        put(tree, "signal.data.source", "test");
        Arrays.stream(written == null ? new String[0] : written.split(" ", -1))
                .filter(fact -> !fact.isEmpty())
                .map(fact -> fact.split("=", 2))
                .forEach(fact -> put(tree, fact[0], value(fact[1])));
        return new Facts(tree);
    }

    private static Object value(String text) {
        if (text.startsWith("[")) {
            return List.of(text.substring(1, text.length() - 1).split(",", -1));
        }
        return text.matches("-?[0-9.]+") ? (Object) Double.valueOf(text) : text;
    }

    @SuppressWarnings("unchecked") // only maps that were put here are descended into
    private static void put(Map<String, Object> tree, String path, Object value) {
        String[] steps = path.split("\\.", 2);
        if (steps.length == 1) {
            tree.put(path, value);
        } else {
            put((Map<String, Object>) tree.computeIfAbsent(steps[0], step -> new LinkedHashMap<>()), steps[1], value);
        }
    }

    private static Playbook read(String text) {
        PlaybookReader.PlaybookResult reading = new PlaybookReader().read(text, "t@1");
        assertThat(reading.problems()).isEmpty();
        return Objects.requireNonNull(reading.playbook());
    }
}
