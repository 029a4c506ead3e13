package dev.bellrope.core.engine;

import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.routing.Roster;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Computes how a change of an escalation affects the load of its owners, who carry it while it is active. */
public final class Workload {
    private Workload() {}

    /**
     * Returns everybody's load after the change.
     *
     * @param loads the loads before, by person id; nobody without a load is in it
     * @param before the state before; null for an escalation that has just begun
     */
    public static Map<String, Roster.PersonLoad> after(
            Map<String, Roster.PersonLoad> loads, @Nullable Escalation before, Escalation after) {
        Optional<String> carried = carriedBy(before);
        Optional<String> carries = carriedBy(after);
        if (carried.equals(carries) && before != null && before.severity() == after.severity()) {
            return loads;
        }
        Map<String, Roster.PersonLoad> changed = new HashMap<>(loads);
        if (before != null) {
            carried.ifPresent(owner -> change(changed, owner, -1, before.severity()));
        }
        carries.ifPresent(owner -> change(changed, owner, 1, after.severity()));
        return Map.copyOf(changed);
    }

    /** Returns the person who carries the escalation since the change and did not before. */
    public static Optional<String> newlyCarriedBy(@Nullable Escalation before, Escalation after) {
        Optional<String> carries = carriedBy(after);
        return carries.equals(carriedBy(before)) ? Optional.empty() : carries;
    }

    private static Optional<String> carriedBy(@Nullable Escalation escalation) {
        return escalation == null || escalation.status() != Status.ACTIVE ? Optional.empty() : escalation.findOwner();
    }

    private static void change(Map<String, Roster.PersonLoad> loads, String owner, int by, Severity severity) {
        Roster.PersonLoad load = loads.getOrDefault(owner, Roster.PersonLoad.NONE);
        loads.put(owner, new Roster.PersonLoad(load.open() + by, load.weight() + by * Roster.weight(severity)));
    }
}
