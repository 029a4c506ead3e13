package dev.bellrope.core.routing;

import dev.bellrope.core.playbook.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is there, and what they carry at the moment of a decision.
 *
 * @param people everybody, in a stable order
 * @param loads what each carries, by person id; absent for nothing
 * @param handledBefore how many of this account's escalations each owned before, by person id
 */
public record Roster(List<Person> people, Map<String, Load> loads, Map<String, Integer> handledBefore) {
    public Roster {
        people = List.copyOf(people);
        loads = Map.copyOf(loads);
        handledBefore = Map.copyOf(handledBefore);
    }

    /** Nobody. */
    public static Roster empty() {
        return new Roster(List.of(), Map.of(), Map.of());
    }

    /**
     * What somebody carries.
     *
     * @param open escalations owned and not yet resolved
     * @param weight the same weighted by severity: 8 for S1, 4 for S2, 2 for S3, 1 for S4
     */
    public record Load(int open, int weight) {
        public static final Load NONE = new Load(0, 0);
    }

    /** What one escalation of a severity weighs. */
    public static int weight(Severity severity) {
        return switch (severity) {
            case S1 -> 8;
            case S2 -> 4;
            case S3 -> 2;
            case S4 -> 1;
        };
    }

    /** The person of that id. */
    public Optional<Person> find(String id) {
        return people.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    /** What somebody carries. */
    public Load load(String id) {
        return loads.getOrDefault(id, Load.NONE);
    }
}
