package dev.bellrope.app.history;

import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.routing.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The share of its budget that each target had used when it was decided, by kind and tier. A missed target had used all
 * of it.
 */
final class UsedShares {
    private static final String PERSON = "person:";

    private final Playbook playbook;
    private final Map<String, Person> people;
    private final Map<String, RunningTarget> running = new HashMap<>();
    private final Map<String, String> tiers = new HashMap<>();
    private final Map<String, List<Double>> shares = new HashMap<>();

    UsedShares(Playbook playbook, Map<String, Person> people) {
        this.playbook = playbook;
        this.people = people;
    }

    private record RunningTarget(Duration budget, WorkingCalendar calendar, Instant due) {}

    void add(Instant at, String key, Event event) {
        switch (event) {
            case Event.Opened e -> tiers.put(key, e.assessment().tier());
            case Event.Retriaged e -> tiers.put(key, e.assessment().tier());
            case Event.TargetStarted e ->
                running.put(id(key, e.target()), new RunningTarget(e.budget(), calendar(e.calendar()), e.due()));
            case Event.TargetResumed e ->
                running.computeIfPresent(
                        id(key, e.target()), (id, run) -> new RunningTarget(run.budget(), run.calendar(), e.due()));
            case Event.TargetMoved e ->
                running.put(id(key, e.target()), new RunningTarget(e.budget(), calendar(e.calendar()), e.due()));
            case Event.TargetMet e -> {
                RunningTarget run = running.remove(id(key, e.target()));
                if (run != null && !run.budget().isZero()) {
                    Duration left = run.calendar().between(at, run.due());
                    double share = 1 - left.toSeconds() / (double) run.budget().toSeconds();
                    decided(key, e.target(), Math.clamp(share, 0.0, 1.0));
                }
            }
            case Event.TargetMissed e -> {
                if (running.remove(id(key, e.target())) != null) {
                    decided(key, e.target(), 1.0);
                }
            }
            default -> {
                // No other event decides a target.
            }
        }
    }

    /** Returns the shares of a kind and tier, smallest first. */
    List<Double> sorted(String target, String tier) {
        List<Double> found = new ArrayList<>(shares.getOrDefault(id(tier, target), List.of()));
        Collections.sort(found);
        return found;
    }

    private void decided(String key, String target, double share) {
        shares.computeIfAbsent(id(tiers.getOrDefault(key, ""), target), id -> new ArrayList<>())
                .add(share);
    }

    private WorkingCalendar calendar(String name) {
        if (!name.startsWith(PERSON)) {
            return playbook.calendar(name);
        }
        Person person = people.get(name.substring(PERSON.length()));
        return person == null ? WorkingCalendar.always() : person.calendar();
    }

    private static String id(String key, String target) {
        return key + '\u0000' + target;
    }
}
