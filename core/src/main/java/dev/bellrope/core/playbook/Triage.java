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
    public record TriageVerdict(@Nullable Assessment assessment, List<String> fired, List<SilentTrigger> silent) {
        public TriageVerdict {
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
    public record SilentTrigger(String trigger, Expression when, Facts facts) {
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
     * A trigger that was held against a signal.
     *
     * @param isHearing whether it listens to such a signal at all
     * @param finding what its condition came to; null where it asks for nothing further
     */
    public record TriedTrigger(
            Trigger trigger, boolean isHearing, @Nullable Finding finding) {
        /** Whether it fires. */
        public boolean isFired() {
            return isHearing && (finding == null || finding.truth() == Finding.Truth.HOLDS);
        }

        /** What would have been needed as well; that it does not listen is not among them. */
        public List<Finding> missing() {
            return finding == null
                    ? List.of()
                    : finding.needed().stream()
                            .filter(needed -> needed.truth() != Finding.Truth.HOLDS)
                            .toList();
        }

        /** Whether all but one of what it asks was there: to be heard, and each part of its condition, of which one at least held. */
        public boolean isNear() {
            int asked = finding == null ? 0 : finding.needed().size();
            int missing = missing().size();
            return missing + (isHearing ? 0 : 1) == 1 && asked > missing;
        }
    }

    /** Holds every trigger against a signal, in the playbook's order, and tells what each came to; judges as {@link #judge} does. */
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

    /** Judges what a person declares to be of a severity. */
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

    /** Judges what a person declares to be of an impact and an urgency, words of the matrix. */
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
     * Judges anew at another severity: value, tier and route are derived again. Trigger and issue type stay, and so does
     * the route where its condition asks for what was heard at the beginning and is not at hand any more.
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
