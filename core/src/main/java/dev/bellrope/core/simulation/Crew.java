package dev.bellrope.core.simulation;

import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.routing.Roster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is there, and what they carry while the simulation runs. */
final class Crew {
    private final Roster everybody;
    private final Map<String, Map<String, Integer>> handled = new HashMap<>();
    private Map<String, Roster.Load> loads = Map.of();

    Crew(List<Person> people) {
        everybody = new Roster(people, Map.of(), Map.of());
    }

    Roster roster(String account) {
        return everybody.carrying(loads, handled.getOrDefault(account, Map.of()));
    }

    /** Takes over what an escalation's change means for the load of its owners. */
    void follow(@Nullable Escalation before, Escalation after) {
        Optional<String> carried = carriedBy(before);
        Optional<String> carries = carriedBy(after);
        boolean same = carried.equals(carries) && before != null && before.severity() == after.severity();
        if (same) {
            return;
        }
        Map<String, Roster.Load> changed = new HashMap<>(loads);
        if (before != null) {
            carried.ifPresent(owner -> change(changed, owner, -1, before.severity()));
        }
        carries.ifPresent(owner -> change(changed, owner, 1, after.severity()));
        loads = Map.copyOf(changed);
        if (!carried.equals(carries)) {
            carries.ifPresent(owner -> handled.computeIfAbsent(after.account(), account -> new HashMap<>())
                    .merge(owner, 1, Integer::sum));
        }
    }

    private static Optional<String> carriedBy(@Nullable Escalation escalation) {
        return escalation == null || escalation.status() != Status.ACTIVE ? Optional.empty() : escalation.findOwner();
    }

    private static void change(Map<String, Roster.Load> loads, String owner, int by, Severity severity) {
        Roster.Load load = loads.getOrDefault(owner, Roster.Load.NONE);
        loads.put(owner, new Roster.Load(load.open() + by, load.weight() + by * Roster.weight(severity)));
    }
}
