package dev.bellrope.core;

import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.account.ValueBand;
import dev.bellrope.core.account.ValueRubric;
import dev.bellrope.core.calendar.Holidays;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.calendar.Week;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.fact.Expression;
import dev.bellrope.core.fact.Facts;
import dev.bellrope.core.fact.Reason;
import dev.bellrope.core.playbook.Assessment;
import dev.bellrope.core.playbook.ClimbRule;
import dev.bellrope.core.playbook.Communication;
import dev.bellrope.core.playbook.EscalationKind;
import dev.bellrope.core.playbook.Exit;
import dev.bellrope.core.playbook.Guardrails;
import dev.bellrope.core.playbook.HeardAct;
import dev.bellrope.core.playbook.Ladder;
import dev.bellrope.core.playbook.Permissions;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.ResponseTier;
import dev.bellrope.core.playbook.Route;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.playbook.SeverityMatrix;
import dev.bellrope.core.playbook.TargetRule;
import dev.bellrope.core.playbook.Trigger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The baseline playbook written in Java: a test changes what it is about and takes the rest as it is. */
public final class TestPlaybook {
    public static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    public static final WorkingCalendar OFFICE =
            WorkingCalendar.of("office", PRAGUE, Week.parse(Map.of("mon-fri", List.of("09:00-17:00"))), Holidays.NONE);

    private final Map<String, TargetRule> targets = new LinkedHashMap<>();
    private final Map<Severity, String> approval = new TreeMap<>();
    private final Map<String, Set<HeardAct>> countsAs = new TreeMap<>();
    private final Map<String, SupportPlan> plans = new TreeMap<>();
    private final List<Trigger> triggers = new ArrayList<>();
    private final List<Exit.ExitCriterion> criteria = new ArrayList<>();
    private final Map<String, Set<String>> roles = new TreeMap<>();
    private final Map<Severity, Span> cadence = new EnumMap<>(Severity.class);
    private final Map<String, String> people = new LinkedHashMap<>(Map.of("owner", "best-fit"));
    private List<Ladder.Level> levels = List.of(
            level(
                    "L1",
                    "frontline",
                    List.of(),
                    new ClimbRule.Missed("acknowledge", 1),
                    new ClimbRule.Missed("plan", 1),
                    new ClimbRule.SeverityIs(Severity.S1)),
            level(
                    "L2",
                    "specialists",
                    List.of("specialist-lead"),
                    new ClimbRule.Missed("update", 2),
                    new ClimbRule.UsedUp("resolve", 75)),
            level("L3", "executives", List.of("vp-engineering")));
    private Map<Severity, Span> watch = Map.of(Severity.S1, Span.parse("7d"), Severity.S2, Span.parse("3d"));
    private boolean automaticClose = true;
    private SupportPlan.ReopeningRule reopening = SupportPlan.ReopeningRule.CONTINUE;
    private Set<String> neverAutomatic = Set.of();
    private int openings;
    private String reviewLedBy = "someone-uninvolved";

    private @Nullable Expression reviewWhen = when(
            "severity <= S2 || climbed_to == L3",
            facts -> List.of("S1", "S2").contains(String.valueOf(facts.values().get("severity")))
                    || "L3".equals(facts.values().get("climbed_to")));

    public TestPlaybook() {
        people.put("facilitator", "escalation-manager");
        target(
                "acknowledge",
                "S1 15m, S2 1h, S3 4h, S4 1d",
                rule -> rule.warn(50, 75).nonNegotiable(Severity.S1));
        target("plan", "S1 2h, S2 4h, S3 2d", rule -> rule);
        target("update", "S1 1h, S2 4h, S3 1d, S4 3d", Rule::repeats);
        target("root-cause", "S1 24h, S2 48h", rule -> rule.starts(TargetRule.Start.ON_RESOLVE));
        target("resolve", "S1 8h, S2 2d, S3 5d, S4 10d", rule -> rule.pausesWhile("waiting-on-customer"));
        may(Permissions.DECLARE, "agent", "manager");
        may(Permissions.ACCEPT, "manager");
        may(Permissions.DECLINE, "manager");
        may(Permissions.RESPOND, "agent", "manager");
        may(Permissions.ASSIGN, "manager");
        may(Permissions.RETRIAGE, "manager");
        may(Permissions.DE_ESCALATE, "manager");
        may(Permissions.WAIVE, "executive");
        may(Permissions.APPROVE, "manager", "executive");
        may(Permissions.CLOSE, "manager");
        may(Permissions.MERGE, "manager");
        triggers.add(new Trigger(
                "customer-asks",
                "the customer asked for a higher priority",
                List.of("escalation.requested"),
                null,
                null,
                null,
                null,
                EscalationKind.TICKET,
                List.of("escalation-manager"),
                Span.parse("30m")));
    }

    /** A condition; the source is what a journal says of it. */
    public static Expression when(String source, Predicate<Facts> condition) {
        return new Expression() {
            @Override
            public String source() {
                return source;
            }

            @Override
            public Result evaluate(Facts facts) {
                return new Result.Value(condition.test(facts));
            }
        };
    }

    public static Ladder.Level level(String id, String name, List<String> people, ClimbRule... climbs) {
        return new Ladder.Level(id, name, List.of(), people, List.of(climbs), List.of());
    }

    /** What somebody judged by hand: of trigger {@code outage} unless it is a request. */
    public static Assessment judged(String severity, String tier) {
        return judged("outage", severity, tier);
    }

    public static Assessment judged(String trigger, String severity, String tier) {
        return new Assessment(
                trigger,
                EscalationKind.TICKET,
                "",
                "degraded",
                "now",
                Severity.valueOf(severity),
                tier,
                50,
                ValueBand.GROWTH,
                "platform",
                List.of(Reason.of("triggers." + trigger, "orders fail")));
    }

    /** A promise: {@code S1 15m, S2 1h}. */
    public TestPlaybook target(String name, String budgets, Function<Rule, Rule> more) {
        targets.put(name, more.apply(new Rule(name, budgets)).done());
        return this;
    }

    public TestPlaybook without(String target) {
        targets.remove(target);
        return this;
    }

    public TestPlaybook ladder(Ladder.Level... newLevels) {
        levels = List.of(newLevels);
        return this;
    }

    /** How often executives are told of an escalation of that severity. */
    public TestPlaybook informsExecutives(Severity severity, String every) {
        cadence.put(severity, Span.parse(every));
        return this;
    }

    public TestPlaybook role(String role, String filling) {
        people.put(role, filling);
        return this;
    }

    public TestPlaybook approval(Severity severity, String role) {
        approval.put(severity, role);
        return this;
    }

    public TestPlaybook counts(String signalKind, String... acts) {
        countsAs.put(
                signalKind,
                Stream.of(acts)
                        .map(act -> HeardAct.valueOf(act.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()));
        return this;
    }

    public TestPlaybook plan(SupportPlan plan) {
        plans.put(plan.name(), plan);
        return this;
    }

    public TestPlaybook trigger(Trigger trigger) {
        triggers.add(trigger);
        return this;
    }

    public TestPlaybook criterion(String name, Exit.Check check) {
        criteria.add(new Exit.ExitCriterion(name, name.replace('-', ' '), check));
        return this;
    }

    public TestPlaybook watch(Map<Severity, Span> newWatch) {
        watch = newWatch;
        return this;
    }

    public TestPlaybook closesByHand() {
        automaticClose = false;
        return this;
    }

    /** How many may open by themselves in an hour. */
    public TestPlaybook openings(int most) {
        openings = most;
        return this;
    }

    public TestPlaybook neverAutomatic(String... acts) {
        neverAutomatic = Set.of(acts);
        return this;
    }

    public TestPlaybook reopening(SupportPlan.ReopeningRule newReopening) {
        reopening = newReopening;
        return this;
    }

    public TestPlaybook reviewWhen(String source, Predicate<Facts> condition) {
        reviewWhen = when(source, condition);
        return this;
    }

    public TestPlaybook reviewLedBy(String who) {
        reviewLedBy = who;
        return this;
    }

    public TestPlaybook noReview() {
        reviewWhen = null;
        return this;
    }

    public TestPlaybook may(String act, String... who) {
        roles.put(act, Set.of(who));
        return this;
    }

    public Playbook build() {
        return new Playbook(
                "baseline",
                "baseline@1",
                "How we escalate when nothing more specific applies.",
                "support-operations",
                Map.of("office", OFFICE, "always", WorkingCalendar.always()),
                new ValueRubric(LocalDate.of(2026, 10, 1), List.of(), Map.of()),
                plans,
                matrix(),
                List.of(tier("T1", "L3"), tier("T2", "L3"), tier("T3", "L2")),
                List.of(),
                triggers,
                new Ladder(levels),
                targets,
                Map.of(Severity.S1, "always", Severity.S2, "office", Severity.S3, "office", Severity.S4, "office"),
                List.of(new Route("platform", null, "platform", List.of(), people, List.of(), "", Map.of())),
                new Communication(
                        "communications", approval, Span.parse("15m"), "facilitator", cadence, Map.of(), countsAs),
                new Guardrails(
                        4,
                        10,
                        20,
                        LocalTime.of(22, 0),
                        LocalTime.of(7, 0),
                        Set.of(Severity.S1),
                        neverAutomatic,
                        openings,
                        Map.of()),
                new Exit(criteria, watch, automaticClose, reopening, review()),
                new Permissions(roles),
                List.of());
    }

    private Exit.@Nullable Review review() {
        return reviewWhen == null
                ? null
                : new Exit.Review(
                        reviewWhen,
                        Span.parse("5d"),
                        reviewLedBy,
                        "always",
                        50,
                        List.of("sponsor", "escalation-manager"),
                        Span.parse("1d"));
    }

    private static SeverityMatrix matrix() {
        return new SeverityMatrix(
                List.of("business_stopped", "degraded", "inconvenient"),
                List.of("now", "today", "this_week"),
                Map.of(
                        "business_stopped",
                        row("S1 S1 S2"),
                        "degraded",
                        row("S1 S2 S3"),
                        "inconvenient",
                        row("S2 S3 S4")));
    }

    private static Map<String, Severity> row(String cells) {
        List<Severity> row =
                Arrays.stream(cells.split(" ", -1)).map(Severity::valueOf).toList();
        return Map.of("now", row.get(0), "today", row.get(1), "this_week", row.get(2));
    }

    private static ResponseTier tier(String name, String depth) {
        Expression when = switch (name) {
            case "T1" ->
                when("severity == S1", facts -> "S1".equals(facts.values().get("severity")));
            case "T2" ->
                when("severity == S2", facts -> "S2".equals(facts.values().get("severity")));
            default -> null;
        };
        return new ResponseTier(name, when, when == null ? "otherwise" : when.source(), depth, Span.ZERO, Map.of());
    }

    /** A promise that is being written. */
    public static final class Rule {
        private final String name;
        private final Map<Severity, Span> budgets;
        private List<Integer> warn = List.of();
        private Set<Severity> nonNegotiable = Set.of();
        private TargetRule.Start starts = TargetRule.Start.ON_OPEN;
        private boolean repeats;
        private Set<String> pausesWhile = Set.of();

        private Rule(String name, String budgets) {
            this.name = name;
            this.budgets = Arrays.stream(budgets.split(", ", -1))
                    .map(word -> word.split(" ", 2))
                    .collect(Collectors.toMap(word -> Severity.valueOf(word[0]), word -> Span.parse(word[1])));
        }

        public Rule warn(Integer... percents) {
            warn = List.of(percents);
            return this;
        }

        public Rule nonNegotiable(Severity... severities) {
            nonNegotiable = Set.of(severities);
            return this;
        }

        public Rule starts(TargetRule.Start start) {
            starts = start;
            return this;
        }

        public Rule repeats() {
            repeats = true;
            return this;
        }

        public Rule pausesWhile(String... reasons) {
            pausesWhile = Set.of(reasons);
            return this;
        }

        private TargetRule done() {
            return new TargetRule(name, budgets, warn, nonNegotiable, starts, repeats, pausesWhile, "");
        }
    }
}
