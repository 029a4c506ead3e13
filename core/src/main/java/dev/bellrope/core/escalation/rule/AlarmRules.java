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

/** What happens when an alarm goes off. An alarm that no longer fits the state does nothing (T27, T54). */
public final class AlarmRules {
    /** How often an unanswered request is brought up again before people are left alone with it. */
    public static final int REQUEST_REMINDERS = 3;

    private AlarmRules() {}

    static void strike(DecisionContext turn, Alarm alarm) {
        boolean armed = Alarms.of(turn.now(), turn.playbook).stream()
                .anyMatch(now ->
                        now.step().equals(alarm.step()) && now.cycle() == alarm.cycle() && !turn.at.isBefore(now.at()));
        if (!armed) {
            return;
        }
        List<String> parts = List.of(alarm.step().split(":", -1));
        switch (parts.getFirst()) {
            case Alarms.TARGET -> {
                OwnershipRules.watchOver(turn);
                strike(turn, parts.get(1), alarm.cycle());
            }
            case Alarms.REQUEST -> {
                int times = turn.now().counts().overdueAnswers() + 1;
                Instant next = OpeningRules.answerSpan(
                                turn, turn.now().assessment().trigger())
                        .after(turn.at);
                turn.emit(new Event.RequestOverdue(times, next));
            }
            case Alarms.OWNER -> OwnershipRules.watchOver(turn);
            case Alarms.HANDOFF -> handoffOverdue(turn);
            case Alarms.QUESTION -> questionOverdue(turn, parts.get(1));
            case Alarms.EXECUTIVES ->
                turn.emit(new Event.ExecutivesInformed(Alarms.executives(turn.now(), turn.playbook)));
            case Alarms.WATCH -> turn.emit(new Event.WatchEnded());
            case Alarms.EXIT -> {
                // Closing by itself is looked at after every command.
            }
            default -> throw new IllegalArgumentException("no such alarm: " + alarm.step());
        }
    }

    /** What is overdue is missed before anybody's act is looked at, though its alarm has not gone off yet (T36). */
    public static void overdue(DecisionContext turn) {
        turn.now().clocks().values().stream()
                .filter(clock -> clock.isOpen() && !clock.isPaused() && !clock.isMissed())
                .filter(clock -> clock.due().isBefore(turn.at))
                .sorted(Comparator.comparing(TargetClock::due))
                .forEach(clock -> strike(turn, clock.target(), clock.cycle()));
    }

    private static void strike(DecisionContext turn, String target, int cycle) {
        int percent = PromiseRules.strike(turn, target, cycle);
        if (percent > 0) {
            LadderRules.check(turn, new LadderRules.Occasion(target, percent));
        }
    }

    private static void handoffOverdue(DecisionContext turn) {
        Handoff handoff = turn.now().handoff();
        if (handoff != null) {
            turn.emit(new Event.HandoffOverdue(handoff.to()));
        }
    }

    /** A question that waits too long climbs itself (J-05). */
    private static void questionOverdue(DecisionContext turn, String id) {
        PendingDecision question = turn.now().questions().get(id);
        if (question == null) {
            return;
        }
        turn.emit(new Event.DecisionOverdue(id, question.of()));
        if (turn.now().status() == Status.ACTIVE) {
            LadderRules.climb(
                    turn, Reason.of("communication.approval", "decision " + id + " was not answered in time"));
        }
    }
}
