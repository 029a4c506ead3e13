package dev.bellrope.app.access;

import dev.bellrope.core.escalation.Actor;
import java.time.ZoneId;
import java.util.Set;

/**
 * Who is at work: a person who has signed in, or a program with a token. A controller takes it as an argument.
 *
 * @param id of the user or of the token
 * @param name as people read it
 * @param personId the person of the directory whom the user is; empty: nobody there
 * @param zone the time zone that this person reads times in
 * @param program whether it is a token
 */
public record CurrentUser(
        String id, String name, Role role, Set<Scope> scopes, String personId, ZoneId zone, boolean program) {
    public CurrentUser {
        scopes = Set.copyOf(scopes);
    }

    /** As the engine knows them: the person of the directory where there is one. */
    public Actor actor() {
        return new Actor(personId.isEmpty() ? id : personId, name, Set.of(role.word()));
    }

    public boolean isAdministrator() {
        return role == Role.ADMINISTRATOR;
    }
}
