package dev.bellrope.core.simulation;

import dev.bellrope.core.engine.Workload;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.routing.Roster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people, and their loads while the simulation runs. */
final class Crew {
    private final Roster everybody;
    private final Map<String, Map<String, Integer>> handled = new HashMap<>();
    private Map<String, Roster.PersonLoad> loads = Map.of();

    Crew(List<Person> people) {
        everybody = new Roster(people, Map.of(), Map.of());
    }

    Roster roster(String account) {
        return everybody.carrying(loads, handled.getOrDefault(account, Map.of()));
    }

    /** Applies a change of an escalation to the loads of its owners. */
    void follow(@Nullable Escalation before, Escalation after) {
        loads = Workload.after(loads, before, after);
        Workload.newlyCarriedBy(before, after)
                .ifPresent(owner -> handled.computeIfAbsent(after.account(), account -> new HashMap<>())
                        .merge(owner, 1, Integer::sum));
    }
}
