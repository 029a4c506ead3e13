package dev.bellrope.app.demo;

import dev.bellrope.app.directory.Directory;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.routing.Person;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The people who act in the demo, and their roles. */
final class Cast {
    /** The roles of people who are not agents. */
    private static final Map<String, String> ROLES =
            Map.of("eva", "manager", "ada", "manager", "victor", "executive", "nina", "manager", "carlos", "manager");

    private final Directory directory;

    Cast(Directory directory) {
        this.directory = directory;
    }

    /** Returns a person by id, or the holder of a role of the escalation; Eva, the manager, if there is neither. */
    Actor get(String who, Escalation escalation) {
        String id = Optional.ofNullable(escalation.people().get(who)).orElse(who);
        return directory.findPerson(id).map(Cast::actor).orElseGet(() -> manager());
    }

    /** Returns the manager of escalations. */
    Actor manager() {
        return actor(directory.findPerson("eva").orElseThrow());
    }

    private static Actor actor(Person person) {
        Set<String> roles = new HashSet<>(person.duties());
        roles.add(ROLES.getOrDefault(person.id(), "agent"));
        return new Actor(person.id(), person.name(), roles);
    }
}
