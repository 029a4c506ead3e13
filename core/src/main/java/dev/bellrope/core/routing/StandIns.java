package dev.bellrope.core.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows the backups of a person who is absent until one of them is available. */
final class StandIns {
    private StandIns() {}

    /**
     * Finds the stand-in.
     *
     * @param id the person who is absent, or must not be chosen
     * @param barred others who must not be chosen, with the reason; their backups are followed as well
     */
    static Assignment find(String role, String id, Instant at, Map<String, String> barred, Roster roster) {
        Map<String, Person> seen = new LinkedHashMap<>();
        List<Assignment.Candidate> passed = new ArrayList<>();
        String chain = name(id, roster);
        Optional<Person> current = roster.find(id);
        if (current.isEmpty()) {
            return new Assignment(role, "", id + " is not on the roster, so nobody is known to stand in", List.of());
        }
        String first = described(current.get(), at, barred);
        while (true) {
            Person person = current.get();
            seen.put(person.id(), person);
            String backup = person.backup();
            if (backup.isEmpty()) {
                return vacant(role, first, chain, person.name() + " has no backup", passed);
            }
            chain += " -> " + name(backup, roster);
            if (seen.containsKey(backup)) {
                return vacant(role, first, chain, "the backups go in a circle", passed);
            }
            current = roster.find(backup);
            if (current.isEmpty()) {
                return vacant(role, first, chain, backup + " is not on the roster", passed);
            }
            Person next = current.get();
            String hindrance = hindrance(next, at, barred);
            if (hindrance.isEmpty()) {
                String there = Availability.of(next, at).words(next.calendar().zone(), at);
                String because =
                        "stands in for " + first + (seen.size() > 1 ? ", by way of " + chain : "") + ", " + there;
                passed.addFirst(new Assignment.Candidate(next.id(), next.name(), 1, true, because));
                return new Assignment(role, next.id(), because, passed);
            }
            passed.add(new Assignment.Candidate(next.id(), next.name(), 0, false, "not chosen: " + hindrance));
        }
    }

    /** Returns why a person cannot be chosen; empty if they can. */
    static String hindrance(Person person, Instant at, Map<String, String> barred) {
        String because = barred.getOrDefault(person.id(), "");
        return because.isEmpty() && Availability.of(person, at) instanceof Availability.Away away
                ? away.words(person.calendar().zone(), at)
                : because;
    }

    private static Assignment vacant(
            String role, String first, String chain, String why, List<Assignment.Candidate> passed) {
        return new Assignment(
                role,
                "",
                "nobody stands in for " + first + ": " + why + (chain.contains(">") ? " (" + chain + ")" : ""),
                passed);
    }

    private static String described(Person person, Instant at, Map<String, String> barred) {
        String hindrance = hindrance(person, at, barred);
        return person.name() + (hindrance.isEmpty() ? "" : ", " + hindrance);
    }

    private static String name(String id, Roster roster) {
        return roster.find(id).map(Person::name).orElse(id);
    }
}
