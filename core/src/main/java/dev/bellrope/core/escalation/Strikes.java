package dev.bellrope.core.escalation;

import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Escalation.Question;
import dev.bellrope.core.fact.Reason;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What happens when an alarm goes off. An alarm that no longer fits the state does nothing (T27, T54). */
final class Strikes {
    /** How often an unanswered request is brought up again before people are left alone with it. */
    static final int REQUEST_REMINDERS = 3;

    private Strikes() {}

    static void strike(Turn turn, Alarm alarm) {
        boolean armed = Alarms.of(turn.now(), turn.playbook).stream()
                .anyMatch(now ->
                        now.step().equals(alarm.step()) && now.cycle() == alarm.cycle() && !turn.at.isBefore(now.at()));
        if (!armed) {
            return;
        }
        List<String> parts = List.of(alarm.step().split(":", -1));
        switch (parts.getFirst()) {
            case Alarms.TARGET -> {
                Ownership.watchOver(turn);
                strike(turn, parts.get(1), alarm.cycle());
            }
            case Alarms.REQUEST -> {
                int times = turn.now().counts().overdueAnswers() + 1;
                Instant next = Beginning.answerSpan(
                                turn, turn.now().assessment().trigger())
                        .after(turn.at);
                turn.emit(new Event.RequestOverdue(times, next));
            }
            case Alarms.OWNER -> Ownership.watchOver(turn);
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
    static void overdue(Turn turn) {
        turn.now().clocks().values().stream()
                .filter(clock -> clock.isOpen() && !clock.isPaused() && !clock.isMissed())
                .filter(clock -> clock.due().isBefore(turn.at))
                .sorted(Comparator.comparing(TargetClock::due))
                .forEach(clock -> strike(turn, clock.target(), clock.cycle()));
    }

    private static void strike(Turn turn, String target, int cycle) {
        int percent = Promises.strike(turn, target, cycle);
        if (percent > 0) {
            Climbing.check(turn, new Climbing.Occasion(target, percent));
        }
    }

    private static void handoffOverdue(Turn turn) {
        Escalation.Handoff handoff = turn.now().handoff();
        if (handoff != null) {
            turn.emit(new Event.HandoffOverdue(handoff.to()));
        }
    }

    /** A question that waits too long climbs itself (J-05). */
    private static void questionOverdue(Turn turn, String id) {
        Question question = turn.now().questions().get(id);
        if (question == null) {
            return;
        }
        turn.emit(new Event.DecisionOverdue(id, question.of()));
        if (turn.now().status() == Status.ACTIVE) {
            Climbing.climb(turn, Reason.of("communication.approval", "decision " + id + " was not answered in time"));
        }
    }
}
