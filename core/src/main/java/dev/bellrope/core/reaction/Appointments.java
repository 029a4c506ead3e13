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
 * Who became what in one decision. Somebody who became several things is told once, at the first of them, and so is whoever looks
 * after the roles that nobody was found for.
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

    /** A search in vain that follows one in vain is not said again. */
    private static boolean isWorthTelling(Event.RoleAssigned event) {
        return event.assignment().isFilled() || !event.reason().equals(Event.RoleAssigned.LOOKED_AGAIN);
    }

    /** Everything that this person became, at the first of it; nothing after that. */
    List<Assignment> told(Event.RoleAssigned event) {
        List<Assignment> all = isWorthTelling(event) ? untold.remove(person(event.assignment())) : null;
        return all == null ? List.of() : all;
    }

    /** Everybody who became something. */
    Set<String> people() {
        return byPerson.keySet();
    }

    /** {@code owner}, {@code task force (engineering)}. */
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
