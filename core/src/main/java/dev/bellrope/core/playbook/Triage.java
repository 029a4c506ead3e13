package dev.bellrope.core.playbook;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.fact.Expression;
import dev.bellrope.core.fact.Facts;
import dev.bellrope.core.fact.Finding;
import dev.bellrope.core.fact.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges how bad an escalation is and how much is at stake, with a reason for every step. */
public final class Triage {
    /** The trigger name of an escalation that a person declared. */
    public static final String MANUAL = "manual";

    private Triage() {}

    /**
     * The result of judging a signal.
     *
     * @param assessment from the trigger that gives the worst severity, the earlier one if two are equal; null if none
     *     fires
     * @param fired the triggers that fire, in the playbook's order
     * @param silent the triggers that listen to such a signal but do not fire, in the playbook's order
     */
    public record TriageVerdict(@Nullable Assessment assessment, List<String> fired, List<SilentTrigger> silent) {
        public TriageVerdict {
            fired = List.copyOf(fired);
            silent = List.copyOf(silent);
        }
    }

    /**
     * A trigger that listened but did not fire.
     *
     * @param when its condition, which did not hold or could not be evaluated
     * @param facts the facts that were known
     */
    public record SilentTrigger(String trigger, Expression when, Facts facts) {
        /** Returns why it did not fire: the missing fact, or the condition with the values that it saw. */
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

    /** Judges a signal with every trigger. */
    public static TriageVerdict judge(Playbook playbook, Facts facts, Account account, String signalKind, Instant at) {
        List<Trigger> hearing = playbook.triggers().stream()
                .filter(trigger -> trigger.isHearing(signalKind))
                .toList();
        if (hearing.isEmpty()) {
            return new TriageVerdict(null, List.of(), List.of());
        }
        TriageContext context = new TriageContext(playbook, account, facts, at);
        List<String> fired = new ArrayList<>();
        List<SilentTrigger> silent = new ArrayList<>();
        Assessment worst = null;
        for (Trigger trigger : hearing) {
            Expression when = trigger.when();
            if (when == null || when.holds(context.known(when))) {
                fired.add(trigger.name());
                Assessment assessment = context.by(trigger);
                worst = worst == null || assessment.severity().isWorseThan(worst.severity()) ? assessment : worst;
            } else {
                silent.add(new SilentTrigger(trigger.name(), when, context.known(when)));
            }
        }
        return new TriageVerdict(worst, fired, silent);
    }

    /**
     * A trigger that was tested against a signal.
     *
     * @param isHearing whether it listens to such a signal
     * @param finding the result of its condition; null if it has none
     */
    public record TriedTrigger(
            Trigger trigger, boolean isHearing, @Nullable Finding finding) {
        /** Returns whether it fires. */
        public boolean isFired() {
            return isHearing && (finding == null || finding.truth() == Finding.Truth.HOLDS);
        }

        /** Returns the parts of the condition that were needed but did not hold; not listening is not among them. */
        public List<Finding> missing() {
            return finding == null
                    ? List.of()
                    : finding.needed().stream()
                            .filter(needed -> needed.truth() != Finding.Truth.HOLDS)
                            .toList();
        }

        /**
         * Returns whether only one of its requirements failed: listening counts as one, and so does each part of its
         * condition, of which at least one must have held.
         */
        public boolean isNear() {
            int asked = finding == null ? 0 : finding.needed().size();
            int missing = missing().size();
            return missing + (isHearing ? 0 : 1) == 1 && asked > missing;
        }
    }

    /**
     * Tests every trigger against a signal, in the playbook's order, with the results that {@link #judge} would get.
     */
    public static List<TriedTrigger> explain(
            Playbook playbook, Facts facts, Account account, String signalKind, Instant at) {
        TriageContext context = new TriageContext(playbook, account, facts, at);
        return playbook.triggers().stream()
                .map(trigger -> new TriedTrigger(
                        trigger,
                        trigger.isHearing(signalKind),
                        trigger.when() == null ? null : Finding.of(trigger.when(), context.known(trigger.when()))))
                .toList();
    }

    /** Judges an escalation that a person declares with a severity. */
    public static Assessment assessManually(
            Playbook playbook, Account account, Severity severity, Facts facts, Instant at) {
        return new TriageContext(playbook, account, facts, at)
                .of(
                        MANUAL,
                        EscalationKind.TICKET,
                        severity,
                        "",
                        "",
                        Reason.of(MANUAL, "a person declared it to be " + severity));
    }

    /** Judges an escalation that a person declares with an impact and an urgency, both words from the matrix. */
    public static Assessment assessManually(
            Playbook playbook, Account account, String impact, String urgency, Facts facts, Instant at) {
        return new TriageContext(playbook, account, facts, at)
                .of(
                        MANUAL,
                        EscalationKind.TICKET,
                        playbook.matrix().severity(impact, urgency),
                        impact,
                        urgency,
                        Reason.of(MANUAL, "a person declared it: " + impact + ", " + urgency));
    }

    /**
     * Judges an escalation again at another severity and derives value, tier and route again. The trigger and the issue
     * type stay. So does the route if its condition needs facts that were only known at the beginning.
     */
    public static Assessment reassess(
            Playbook playbook, Account account, Assessment before, Severity severity, Facts facts, Instant at) {
        return new TriageContext(playbook, account, facts, at, before)
                .of(
                        before.trigger(),
                        before.kind(),
                        severity,
                        before.impact(),
                        before.urgency(),
                        Reason.of("retriage", "judged anew to be " + severity + ", after " + before.severity()));
    }
}
