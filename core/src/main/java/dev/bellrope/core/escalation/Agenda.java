package dev.bellrope.core.escalation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people still have to do.
 *
 * @param handoff the ownership that is offered; null when none is
 * @param questions decisions asked for and not yet made, by id
 * @param plan the remediation plan, in order
 */
public record Agenda(@Nullable Handoff handoff, Map<String, PendingDecision> questions, List<PlanStep> plan) {
    public Agenda {
        questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
        plan = List.copyOf(plan);
    }
}
