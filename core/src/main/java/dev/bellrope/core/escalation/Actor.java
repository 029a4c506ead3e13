package dev.bellrope.core.escalation;

import java.util.Set;

/**
 * Who acts.
 *
 * @param id a person's id, {@code system} for Bellrope itself, or the source of a signal
 * @param name as people read it
 * @param roles what they are: {@code agent}, {@code manager}, {@code executive}, {@code administrator}, and the duties
 *     they hold ({@code escalation-manager})
 */
public record Actor(String id, String name, Set<String> roles) {
    /** Bellrope itself, acting on the playbook's word; it may do what the playbook lets automation do. */
    public static final Actor SYSTEM = new Actor("system", "Bellrope", Set.of("system"));

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** Whether it is Bellrope itself. */
    public boolean isSystem() {
        return roles.contains("system");
    }
}
