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
import org.jspecify.annotations.Nullable;

/** The state of one judgement in progress; not thread-safe. */
final class TriageContext {
    /** The facts that scoring the account adds to those that were heard. */
    private static final Set<String> BY_WORTH = Set.of("band", "score", "issue_type");

    private final @Nullable Assessment before;
    private final Playbook playbook;
    private final Account account;
    private final Instant at;
    private final Facts heard;
    private @Nullable AccountWorth worth;

    /** What the account is worth, what is wrong, and all facts that follow from both. */
    private record AccountWorth(ValueScore value, @Nullable IssueType issueType, Facts facts) {}

    TriageContext(Playbook playbook, Account account, Facts heard, Instant at) {
        this(playbook, account, heard, at, null);
    }

    /** A new judgement of an escalation, which keeps the issue type and the facts that only the beginning knew. */
    TriageContext(Playbook playbook, Account account, Facts heard, Instant at, @Nullable Assessment before) {
        this.before = before;
        this.playbook = playbook;
        this.account = account;
        this.at = at;
        this.heard = heard.with(Map.of("account", account.asFacts(), "now", at));
    }

    /**
     * Returns the facts for a trigger's condition. Most conditions do not ask what the account is worth, so it is
     * scored only when needed.
     */
    Facts known(Expression when) {
        return worth == null && Collections.disjoint(when.subjects(), BY_WORTH) ? heard : worth().facts();
    }

    private AccountWorth worth() {
        AccountWorth known = worth;
        if (known == null) {
            known = workOut();
            worth = known;
        }
        return known;
    }

    private AccountWorth workOut() {
        ValueScore value = playbook.rubric().score(account, at);
        Facts valued = heard.with(Map.of("band", value.band().word(), "score", value.score()));
        IssueType issueType = before == null
                ? playbook.issueTypes().stream()
                        .filter(type -> type.when() == null || type.when().holds(valued))
                        .findFirst()
                        .orElse(null)
                : playbook.findIssueType(before.issueType()).orElse(null);
        return new AccountWorth(value, issueType, valued.with("issue_type", issueType == null ? "" : issueType.name()));
    }

    Assessment by(Trigger trigger) {
        IssueType issueType = worth().issueType();
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
                        when == null ? Map.of() : when.sees(worth().facts())));
    }

    /** Returns the expression's word if it is in the matrix, else the issue type's, else the mildest. */
    private String word(@Nullable Expression expression, String usual, List<String> words) {
        String said = expression == null ? "" : expression.text(worth().facts(), "");
        if (words.contains(said)) {
            return said;
        }
        return words.contains(usual) ? usual : words.getLast();
    }

    Assessment of(String trigger, EscalationKind kind, Severity severity, String impact, String urgency, Reason first) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(first);
        IssueType type = worth().issueType();
        if (type != null) {
            reasons.add(new Reason(
                    "issue-types." + type.name(),
                    "it is of the type " + type.name() + "; resolved means: " + type.resolvedMeans(),
                    type.when() == null ? Map.of() : type.when().sees(worth().facts())));
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
        Facts judged = worth().facts().with(Map.of("severity", severity.name(), "impact", impact, "urgency", urgency));
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
                worth().value().score(),
                worth().value().band(),
                route(all, reasons),
                reasons);
    }

    private Reason valueReason() {
        ValueScore value = worth().value();
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
            boolean byException = granted.isPresent() && granted.get().tier().equals(tier.name());
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
