package dev.bellrope.core.engine;

import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Alarm;
import dev.bellrope.core.escalation.Alarms;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.routing.Roster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happens to an escalation if nobody does anything: its alarms strike one after another, each in the state that those
 * before it have left. It asks the code that decides, so what it says is what will happen, as long as people, accounts and
 * other escalations stay as they are. Pure.
 */
public final class Foresight {
    /** How far ahead it looks: beyond a month something will have changed. */
    public static final Duration HORIZON = Duration.ofDays(30);

    /** How many alarms it strikes at most; some strike again every quarter of an hour, and for ever. */
    public static final int MOST = 100;

    private Foresight() {}

    /**
     * One alarm, and what it will do.
     *
     * @param at when it strikes; not before the instant that is looked ahead from, though it may have been due earlier
     * @param events in order; none where the customer's silence counts as a yes from then on, and something else is missing
     */
    public record Prediction(Instant at, Alarm alarm, List<Event> events) {
        public Prediction {
            events = List.copyOf(events);
        }

        /** The level that it leads to in the end; empty where it stays. */
        public Optional<String> findLevel() {
            return events(Event.LevelRaised.class).reduce((first, last) -> last).map(Event.LevelRaised::to);
        }

        /** The levels that are passed over, or not reached because the response tier goes no higher by itself, in order. */
        public List<String> skipped() {
            return events(Event.LevelSkipped.class)
                    .map(Event.LevelSkipped::level)
                    .toList();
        }

        /** Whether the escalation is over then. */
        public boolean isEnd() {
            return events(Event.Closed.class).findAny().isPresent();
        }

        private <E extends Event> Stream<E> events(Class<E> kind) {
            return events.stream().filter(kind::isInstance).map(kind::cast);
        }
    }

    /** Looks as far ahead as {@link #HORIZON} and {@link #MOST} let it. */
    public static List<Prediction> of(Escalation state, Situation now) {
        return of(state, now, now.at().plus(HORIZON), MOST);
    }

    /**
     * Looks ahead.
     *
     * @param now the instant to look ahead from, and everything outside of the escalation; who acts does not matter
     * @param until the last instant that it looks at
     * @param most how many alarms it strikes at most
     */
    public static List<Prediction> of(Escalation state, Situation now, Instant until, int most) {
        List<Prediction> predictions = new ArrayList<>();
        List<Alarm> armed = Alarms.of(state, now.playbook());
        Escalation before = state;
        Situation then = now.as(Actor.SYSTEM);
        for (int struck = 0; struck < most; struck++) {
            Optional<Alarm> next =
                    armed.stream().min(Alarm.ORDER).filter(alarm -> !alarm.at().isAfter(until));
            if (next.isEmpty()) {
                break;
            }
            Alarm alarm = next.get();
            then = later(then, alarm.at());
            if (Step.take(before, 0, new Command.Strike(alarm), then) instanceof Step.Taken taken
                    && !taken.events().isEmpty()) {
                predictions.add(new Prediction(then.at(), alarm, taken.events()));
                armed = taken.alarms();
                then = with(then, roster(then.roster(), before, taken.after()));
                before = taken.after();
            } else {
                armed = armed.stream().filter(other -> !other.equals(alarm)).toList();
                if (!alarm.at().isBefore(now.at())) {
                    predictions.add(new Prediction(then.at(), alarm, List.of()));
                }
            }
        }
        return predictions;
    }

    private static Situation later(Situation s, Instant at) {
        return at.isAfter(s.at()) ? new Situation(at, s.actor(), s.playbook(), s.account(), s.roster()) : s;
    }

    private static Situation with(Situation s, Roster roster) {
        return new Situation(s.at(), s.actor(), s.playbook(), s.account(), roster);
    }

    /** Whoever takes it over carries it from then on; still counted only when somebody is looked for. */
    private static Roster roster(Roster roster, Escalation before, Escalation after) {
        Optional<String> taker = Workload.newlyCarriedBy(before, after);
        return taker.isEmpty() && before.status() == after.status()
                ? roster
                : roster.counting(() -> Workload.after(roster.loads(), before, after), () -> {
                    Map<String, Integer> handled = new HashMap<>(roster.handledBefore());
                    taker.ifPresent(person -> handled.merge(person, 1, Integer::sum));
                    return handled;
                });
    }
}
