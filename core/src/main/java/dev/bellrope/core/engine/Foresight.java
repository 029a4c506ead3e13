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
 * Predicts what happens to an escalation if nobody does anything: its alarms strike one after another, each in the
 * state that the earlier ones have left. It uses the code that decides, so its predictions come true as long as people,
 * accounts and other escalations stay as they are. Pure.
 */
public final class Foresight {
    /** How far ahead it looks, because beyond a month something will have changed. */
    public static final Duration HORIZON = Duration.ofDays(30);

    /** The most alarms that it lets strike, because some strike again every quarter of an hour for ever. */
    public static final int MOST = 100;

    private Foresight() {}

    /**
     * An alarm, and what it will do.
     *
     * @param at when it strikes; never before the instant from which the prediction starts, even if it was due earlier
     * @param events in order; empty if the customer's silence counts as a yes from then on, but something else is
     *     missing
     */
    public record Prediction(Instant at, Alarm alarm, List<Event> events) {
        public Prediction {
            events = List.copyOf(events);
        }

        /** Returns the level that it finally leads to; empty if the level stays. */
        public Optional<String> findLevel() {
            return events(Event.LevelRaised.class).reduce((first, last) -> last).map(Event.LevelRaised::to);
        }

        /**
         * Returns the levels that are skipped, or not reached because the response tier climbs no higher by itself, in
         * order.
         */
        public List<String> skipped() {
            return events(Event.LevelSkipped.class)
                    .map(Event.LevelSkipped::level)
                    .toList();
        }

        /** Returns whether the escalation is closed then. */
        public boolean isEnd() {
            return events(Event.Closed.class).findAny().isPresent();
        }

        private <E extends Event> Stream<E> events(Class<E> kind) {
            return events.stream().filter(kind::isInstance).map(kind::cast);
        }
    }

    /** Predicts as far ahead as {@link #HORIZON} and {@link #MOST} allow. */
    public static List<Prediction> of(Escalation state, Situation now) {
        return of(state, now, now.at().plus(HORIZON), MOST);
    }

    /**
     * Predicts up to an instant and a number of alarms.
     *
     * @param now the instant from which to predict, and everything outside the escalation; the actor does not matter
     * @param until the last instant to look at
     * @param most the most alarms that may strike
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

    /**
     * Returns the roster in which a new owner carries the escalation; the load is still counted only when somebody is
     * looked for.
     */
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
