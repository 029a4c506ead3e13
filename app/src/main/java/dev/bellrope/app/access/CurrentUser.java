package dev.bellrope.app.access;

import dev.bellrope.core.escalation.Actor;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;

/**
 * The current user: a person who has signed in, or a program with a token. Controllers take it as an argument.
 *
 * @param id the id of the user or the token
 * @param name the name shown to people
 * @param personId the user's person in the directory; empty if there is none
 * @param zone the time zone in which times are shown to the user
 * @param program whether it is a program with a token
 */
public record CurrentUser(
        String id, String name, Role role, Set<Scope> scopes, String personId, ZoneId zone, boolean program) {
    public CurrentUser {
        scopes = Set.copyOf(scopes);
    }

    /** Returns the actor for the engine: the user's person in the directory, if there is one. */
    public Actor actor() {
        return actor(Set.of());
    }

    /** Returns the actor with these duties besides the role. */
    public Actor actor(Set<String> duties) {
        Set<String> roles = new HashSet<>(duties);
        roles.add(role.word());
        return new Actor(personId.isEmpty() ? id : personId, name, roles);
    }

    /** Returns whether a program's token has the scope; a person who has signed in needs none. */
    public boolean has(Scope scope) {
        return !program || scopes.contains(scope);
    }

    public boolean isAdministrator() {
        return role == Role.ADMINISTRATOR;
    }
}
