package dev.bellrope.core.reaction;

import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.routing.Assignment;
import dev.bellrope.core.routing.Routing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who was assigned to which roles in one decision. A person with several new roles is told once, at the first of them,
 * and so is whoever looks after the roles for which nobody was found.
 */
final class Appointments {
    private static final String NOBODY = "";

    private final Map<String, List<Assignment>> byPerson = new LinkedHashMap<>();
    private final Map<String, List<Assignment>> untold = new LinkedHashMap<>();

    private Appointments() {}

    static Appointments among(List<Event> events) {
        Appointments appointments = new Appointments();
        for (Event event : events) {
            if (event instanceof Event.RoleAssigned assigned && isWorthTelling(assigned)) {
                Assignment one = assigned.assignment();
                appointments
                        .byPerson
                        .computeIfAbsent(person(one), id -> new ArrayList<>())
                        .add(one);
            }
        }
        appointments.untold.putAll(appointments.byPerson);
        return appointments;
    }

    /** Returns whether an assignment is worth a message; another search in vain for the same role is not. */
    private static boolean isWorthTelling(Event.RoleAssigned event) {
        return event.assignment().isFilled() || !event.reason().equals(Event.RoleAssigned.LOOKED_AGAIN);
    }

    /** Returns all new roles of a person, at the first of them; empty after that. */
    List<Assignment> told(Event.RoleAssigned event) {
        List<Assignment> all = isWorthTelling(event) ? untold.remove(person(event.assignment())) : null;
        return all == null ? List.of() : all;
    }

    /** Returns everybody who has a new role. */
    Set<String> people() {
        return byPerson.keySet();
    }

    /** Returns the words for a role: {@code owner}, {@code task force (engineering)}. */
    static String role(Assignment assignment) {
        String role = assignment.role();
        return role.startsWith(Routing.TASK_FORCE)
                ? "task force (" + role.substring(Routing.TASK_FORCE.length()) + ")"
                : role;
    }

    private static String person(Assignment assignment) {
        return assignment.isFilled() ? assignment.person() : NOBODY;
    }
}
