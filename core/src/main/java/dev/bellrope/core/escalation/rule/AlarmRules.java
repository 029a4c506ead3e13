package dev.bellrope.core.escalation.rule;

import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Alarm;
import dev.bellrope.core.escalation.Alarms;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Handoff;
import dev.bellrope.core.escalation.PendingDecision;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.fact.Reason;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Handles an alarm that strikes. An alarm that no longer fits the state does nothing (T27, T54). */
public final class AlarmRules {
    /** How many times an unanswered request is brought up again before the reminders stop. */
    public static final int REQUEST_REMINDERS = 3;

    private AlarmRules() {}

    static void strike(DecisionContext context, Alarm alarm) {
        boolean armed = Alarms.of(context.now(), context.playbook).stream()
                .anyMatch(now -> now.step().equals(alarm.step())
                        && now.cycle() == alarm.cycle()
                        && !context.at.isBefore(now.at()));
        if (!armed) {
            return;
        }
        List<String> parts = List.of(alarm.step().split(":", -1));
        switch (parts.getFirst()) {
            case Alarms.TARGET -> {
                OwnershipRules.watchOver(context);
                strike(context, parts.get(1), alarm.cycle());
            }
            case Alarms.REQUEST -> {
                int times = context.now().counts().overdueAnswers() + 1;
                Instant next = OpeningRules.answerSpan(
                                context, context.now().assessment().trigger())
                        .after(context.at);
                context.emit(new Event.RequestOverdue(times, next));
            }
            case Alarms.OWNER -> OwnershipRules.watchOver(context);
            case Alarms.HANDOFF -> handoffOverdue(context);
            case Alarms.QUESTION -> questionOverdue(context, parts.get(1));
            case Alarms.EXECUTIVES ->
                context.emit(new Event.ExecutivesInformed(Alarms.executives(context.now(), context.playbook)));
            case Alarms.WATCH -> context.emit(new Event.WatchEnded());
            case Alarms.EXIT -> {
                // Closing by itself is checked after every command.
            }
            default -> throw new IllegalArgumentException("no such alarm: " + alarm.step());
        }
    }

    /**
     * Strikes the promises that are overdue before an act is decided, so that one counts as missed even if its alarm
     * has not struck yet (T36).
     */
    public static void overdue(DecisionContext context) {
        context.now().clocks().values().stream()
                .filter(clock -> clock.isOpen() && !clock.isPaused() && !clock.isMissed())
                .filter(clock -> clock.due().isBefore(context.at))
                .sorted(Comparator.comparing(TargetClock::due))
                .forEach(clock -> strike(context, clock.target(), clock.cycle()));
    }

    private static void strike(DecisionContext context, String target, int cycle) {
        int percent = PromiseRules.strike(context, target, cycle);
        if (percent > 0) {
            LadderRules.check(context, new LadderRules.Occasion(target, percent));
        }
    }

    private static void handoffOverdue(DecisionContext context) {
        Handoff handoff = context.now().handoff();
        if (handoff != null) {
            context.emit(new Event.HandoffOverdue(handoff.to()));
        }
    }

    /** Emits that a question was not answered in time, and lets the escalation climb (J-05). */
    private static void questionOverdue(DecisionContext context, String id) {
        PendingDecision question = context.now().questions().get(id);
        if (question == null) {
            return;
        }
        context.emit(new Event.DecisionOverdue(id, question.of()));
        if (context.now().status() == Status.ACTIVE) {
            LadderRules.climb(
                    context, Reason.of("communication.approval", "decision " + id + " was not answered in time"));
        }
    }
}
