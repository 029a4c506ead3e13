package dev.bellrope.core.routing;

import dev.bellrope.core.playbook.Severity;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The roster: the people, and their workload at the moment of a decision. */
public final class Roster {
    private final List<Person> people;
    private final Map<String, Person> byId;
    private final Supplier<Map<String, PersonLoad>> loads;
    private final Supplier<Map<String, Integer>> handledBefore;

    /**
     * Creates a roster.
     *
     * @param people everybody, in a stable order
     * @param loads the load of each person, by person id; nobody without a load is in it
     * @param handledBefore how many of this account's escalations each person owned before, by person id
     */
    public Roster(List<Person> people, Map<String, PersonLoad> loads, Map<String, Integer> handledBefore) {
        this.people = List.copyOf(people);
        this.loads = given(loads);
        this.handledBefore = given(handledBefore);
        byId = new HashMap<>();
        this.people.forEach(person -> byId.putIfAbsent(person.id(), person));
    }

    private Roster(Roster same, Supplier<Map<String, PersonLoad>> loads, Supplier<Map<String, Integer>> handledBefore) {
        people = same.people;
        byId = same.byId;
        this.loads = loads;
        this.handledBefore = handledBefore;
    }

    /** Returns a roster with the same people and with the loads of another moment, for another account. */
    public Roster carrying(Map<String, PersonLoad> nowLoads, Map<String, Integer> nowHandledBefore) {
        return new Roster(this, given(nowLoads), given(nowHandledBefore));
    }

    /**
     * Returns a roster with the same people that counts their loads on first use, once. Most decisions do not look for
     * anybody, and counting takes longer the more escalations are open.
     */
    public Roster counting(
            Supplier<Map<String, PersonLoad>> nowLoads, Supplier<Map<String, Integer>> nowHandledBefore) {
        return new Roster(this, new LazyValue<>(nowLoads), new LazyValue<>(nowHandledBefore));
    }

    private static <V> Supplier<Map<String, V>> given(Map<String, V> map) {
        Map<String, V> copy = Map.copyOf(map);
        return () -> copy;
    }

    private static final class LazyValue<V> implements Supplier<Map<String, V>> {
        private final Supplier<Map<String, V>> count;
        private @Nullable Map<String, V> counted;

        private LazyValue(Supplier<Map<String, V>> count) {
            this.count = count;
        }

        @Override
        public Map<String, V> get() {
            Map<String, V> known = counted;
            if (known == null) {
                known = Map.copyOf(count.get());
                counted = known;
            }
            return known;
        }
    }

    /** Returns everybody, in a stable order. */
    public List<Person> people() {
        return people;
    }

    /**
     * Returns how many of the account's escalations each person owned before, by person id; nobody with none is in it.
     */
    public Map<String, Integer> handledBefore() {
        return handledBefore.get();
    }

    /** Returns the load of each person, by person id; nobody without a load is in it. */
    public Map<String, PersonLoad> loads() {
        return loads.get();
    }

    /** Returns a roster without people. */
    public static Roster empty() {
        return new Roster(List.of(), Map.of(), Map.of());
    }

    /**
     * The load of a person.
     *
     * @param open escalations owned and not yet resolved
     * @param weight the same escalations weighted by severity: 8 for S1, 4 for S2, 2 for S3, 1 for S4
     */
    public record PersonLoad(int open, int weight) {
        public static final PersonLoad NONE = new PersonLoad(0, 0);
    }

    /** Returns the weight of one escalation of a severity. */
    public static int weight(Severity severity) {
        return switch (severity) {
            case S1 -> 8;
            case S2 -> 4;
            case S3 -> 2;
            case S4 -> 1;
        };
    }

    /** Returns the ids of everybody. */
    public Set<String> ids() {
        return Collections.unmodifiableSet(byId.keySet());
    }

    /** Finds the person with this id. */
    public Optional<Person> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns a person's load. */
    public PersonLoad load(String id) {
        return loads.get().getOrDefault(id, PersonLoad.NONE);
    }
}
