package dev.bellrope.core.escalation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who works on an escalation.
 *
 * @param people role to person id
 * @param vacant roles for which nobody was found
 */
public record Team(Map<String, String> people, Set<String> vacant) {
    public Team {
        people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
        vacant = Set.copyOf(vacant);
    }
}
