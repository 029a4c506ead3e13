package dev.bellrope.core.playbook;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.account.ValueScore;
import dev.bellrope.core.fact.Expression;
import dev.bellrope.core.fact.Facts;
import dev.bellrope.core.fact.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges how bad it is and how much is at stake, with a reason for every step. */
public final class Triage {
    /** The trigger of an escalation that a person declared. */
    public static final String MANUAL = "manual";

    private Triage() {}

    /**
     * What judging a signal gave.
     *
     * @param assessment by the trigger that gives the worst severity, the earlier one of two alike; null when none fires
     * @param fired the triggers that fire, in the playbook's order
     * @param silent those that listen to such a signal and do not fire, in the playbook's order
     */
    public record Verdict(@Nullable Assessment assessment, List<String> fired, List<Silent> silent) {
        public Verdict {
            fired = List.copyOf(fired);
            silent = List.copyOf(silent);
        }
    }

    /**
     * A trigger that listened and did not fire.
     *
     * @param when its condition, which did not hold or could not be told
     * @param facts what was known
     */
    public record Silent(String trigger, Expression when, Facts facts) {
        /** Why it did not fire: the fact that is missing, or the condition with what it saw. */
        public String why() {
            if (when.evaluate(facts) instanceof Expression.Result.Unknown(String why)) {
                return why;
            }
            String seen = when.sees(facts).entrySet().stream()
                    .map(fact -> fact.getKey() + " is " + fact.getValue())
                    .collect(Collectors.joining(", "));
            return when.source() + " does not hold" + (seen.isEmpty() ? "" : ": " + seen);
        }
    }

    /** Judges a signal by every trigger. */
    public static Verdict judge(Playbook playbook, Facts facts, Account account, String signalKind, Instant at) {
        List<Trigger> hearing = playbook.triggers().stream()
                .filter(trigger -> trigger.isHearing(signalKind))
                .toList();
        if (hearing.isEmpty()) {
            return new Verdict(null, List.of(), List.of());
        }
        Facts heard = facts.with(Map.of("account", account.asFacts(), "now", at));
        Judging judging = null;
        List<String> fired = new ArrayList<>();
        List<Silent> silent = new ArrayList<>();
        Assessment worst = null;
        for (Trigger trigger : hearing) {
            Expression when = trigger.when();
            boolean asksForMore = when != null && !Collections.disjoint(when.subjects(), Judging.SUBJECTS);
            if (judging == null && asksForMore) {
                judging = new Judging(playbook, account, heard, at);
            }
            Facts known = judging == null ? heard : judging.facts;
            if (when == null || when.holds(known)) {
                judging = judging == null ? new Judging(playbook, account, heard, at) : judging;
                fired.add(trigger.name());
                Assessment assessment = judging.by(trigger);
                worst = worst == null || assessment.severity().isWorseThan(worst.severity()) ? assessment : worst;
            } else {
                silent.add(new Silent(trigger.name(), when, known));
            }
        }
        return new Verdict(worst, fired, silent);
    }

    /** Judges what a person declares to be of a severity. */
    public static Assessment assessManually(
            Playbook playbook, Account account, Severity severity, Facts facts, Instant at) {
        return new Judging(playbook, account, facts, at)
                .of(
                        MANUAL,
                        EscalationKind.TICKET,
                        severity,
                        "",
                        "",
                        Reason.of(MANUAL, "a person declared it to be " + severity));
    }

    /** Judges what a person declares to be of an impact and an urgency, words of the matrix. */
    public static Assessment assessManually(
            Playbook playbook, Account account, String impact, String urgency, Facts facts, Instant at) {
        return new Judging(playbook, account, facts, at)
                .of(
                        MANUAL,
                        EscalationKind.TICKET,
                        playbook.matrix().severity(impact, urgency),
                        impact,
                        urgency,
                        Reason.of(MANUAL, "a person declared it: " + impact + ", " + urgency));
    }

    /**
     * Judges anew at another severity: value, tier and route are derived again. Trigger and issue type stay, and so does
     * the route where its condition asks for what was heard at the beginning and is not at hand any more.
     */
    public static Assessment reassess(
            Playbook playbook, Account account, Assessment before, Severity severity, Facts facts, Instant at) {
        return new Judging(playbook, account, facts, at, before)
                .of(
                        before.trigger(),
                        before.kind(),
                        severity,
                        before.impact(),
                        before.urgency(),
                        Reason.of("retriage", "judged anew to be " + severity + ", after " + before.severity()));
    }

    /** One judgement under way. */
    private static final class Judging {
        /** What it adds to the facts that were heard; working that out is worth it only when somebody asks. */
        static final Set<String> SUBJECTS = Set.of("band", "score", "issue_type");

        private final @Nullable Assessment before;
        private final Playbook playbook;
        private final Account account;
        private final Instant at;
        private final ValueScore value;
        private final @Nullable IssueType issueType;
        private final Facts facts;

        Judging(Playbook playbook, Account account, Facts heard, Instant at) {
            this(playbook, account, heard, at, null);
        }

        Judging(Playbook playbook, Account account, Facts heard, Instant at, @Nullable Assessment before) {
            this.before = before;
            this.playbook = playbook;
            this.account = account;
            this.at = at;
            value = playbook.rubric().score(account, at);
            Facts valued = heard.with(Map.of(
                    "account",
                    account.asFacts(),
                    "now",
                    at,
                    "band",
                    value.band().word(),
                    "score",
                    value.score()));
            issueType = before == null
                    ? playbook.issueTypes().stream()
                            .filter(type -> type.when() == null || type.when().holds(valued))
                            .findFirst()
                            .orElse(null)
                    : playbook.findIssueType(before.issueType()).orElse(null);
            facts = valued.with("issue_type", issueType == null ? "" : issueType.name());
        }

        Assessment by(Trigger trigger) {
            String impact = word(
                    trigger.impact(),
                    issueType == null ? "" : issueType.impact(),
                    playbook.matrix().impacts());
            String urgency = word(
                    trigger.urgency(),
                    issueType == null ? "" : issueType.urgency(),
                    playbook.matrix().urgencies());
            Severity own = trigger.severity();
            Expression when = trigger.when();
            return of(
                    trigger.name(),
                    trigger.kind(),
                    own == null ? playbook.matrix().severity(impact, urgency) : own,
                    impact,
                    urgency,
                    new Reason(
                            "triggers." + trigger.name(),
                            trigger.because(),
                            when == null ? Map.of() : when.sees(facts)));
        }

        /** The expression's word where it gives one of the matrix, else the issue type's, else the mildest. */
        private String word(@Nullable Expression expression, String usual, List<String> words) {
            String said = expression == null ? "" : expression.text(facts, "");
            if (words.contains(said)) {
                return said;
            }
            return words.contains(usual) ? usual : words.getLast();
        }

        Assessment of(
                String trigger, EscalationKind kind, Severity severity, String impact, String urgency, Reason first) {
            List<Reason> reasons = new ArrayList<>();
            reasons.add(first);
            IssueType type = issueType;
            if (type != null) {
                reasons.add(new Reason(
                        "issue-types." + type.name(),
                        "it is of the type " + type.name() + "; resolved means: " + type.resolvedMeans(),
                        type.when() == null ? Map.of() : type.when().sees(facts)));
            }
            boolean byMatrix =
                    !impact.isEmpty() && !urgency.isEmpty() && playbook.matrix().severity(impact, urgency) == severity;
            reasons.add(
                    byMatrix
                            ? new Reason(
                                    "severity.matrix",
                                    "the matrix gives " + severity + " for " + impact + " and " + urgency,
                                    Map.of("impact", impact, "urgency", urgency))
                            : Reason.of("severity", "the severity is given as " + severity));
            reasons.add(valueReason());
            Facts judged = facts.with(Map.of("severity", severity.name(), "impact", impact, "urgency", urgency));
            ResponseTier tier = tier(judged, reasons);
            Facts all = judged.with("tier", tier.name());
            return new Assessment(
                    trigger,
                    kind,
                    type == null ? "" : type.name(),
                    impact,
                    urgency,
                    severity,
                    tier.name(),
                    value.score(),
                    value.band(),
                    route(all, reasons),
                    reasons);
        }

        private Reason valueReason() {
            Map<String, String> parts = new LinkedHashMap<>();
            value.parts()
                    .forEach(part -> parts.put(
                            part.criterion(),
                            part.known() ? String.format(Locale.ROOT, "%.1f points", part.points()) : "not known"));
            return new Reason(
                    "account-value",
                    String.format(
                            Locale.ROOT,
                            "%s is worth %.1f of 100 to us, band %s%s",
                            account.name(),
                            value.score(),
                            value.band().word(),
                            value.confidence() < 0.995
                                    ? String.format(
                                            Locale.ROOT, " (%.0f%% of the rubric is known)", value.confidence() * 100)
                                    : ""),
                    parts);
        }

        private ResponseTier tier(Facts judged, List<Reason> reasons) {
            Optional<PolicyException> granted = playbook.exceptions().stream()
                    .filter(exception -> !exception.tier().isEmpty() && exception.isFor(account, at))
                    .findFirst();
            for (ResponseTier tier : playbook.tiers()) {
                boolean byException =
                        granted.isPresent() && granted.get().tier().equals(tier.name());
                boolean byRule =
                        granted.isEmpty() && (tier.when() == null || tier.when().holds(judged));
                if (byException) {
                    reasons.add(granted.get().reason());
                    return tier;
                }
                if (byRule) {
                    reasons.add(new Reason(
                            "response-tiers." + tier.name(),
                            tier.name() + ": " + tier.sentence(),
                            tier.when() == null ? Map.of() : tier.when().sees(judged)));
                    return tier;
                }
            }
            return playbook.tiers().getLast();
        }

        private boolean stays(Route route, Facts all) {
            return before != null
                    && before.route().equals(route.name())
                    && route.when() != null
                    && route.when().evaluate(all) instanceof Expression.Result.Unknown;
        }

        private String route(Facts all, List<Reason> reasons) {
            for (Route route : playbook.routes()) {
                if (route.when() == null || route.when().holds(all) || stays(route, all)) {
                    reasons.add(new Reason(
                            "routes." + route.name(),
                            "it goes the route " + route.name()
                                    + (route.team().isEmpty() ? "" : ", to the team " + route.team()),
                            route.when() == null ? Map.of() : route.when().sees(all)));
                    return route.name();
                }
            }
            return "";
        }
    }
}
