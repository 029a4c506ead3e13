package dev.bellrope.app.escalations.acts;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.routing.Person;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out who acts, with everything that the playbook's permissions may name: their role, their duties, and their
 * roles in an escalation.
 */
@Component
public class ActorLookup {
    private final Directory directory;

    ActorLookup(Directory directory) {
        this.directory = directory;
    }

    public Actor actor(CurrentUser signedIn, @Nullable Escalation escalation) {
        return actor(signedIn, directory.findPerson(signedIn.personId()).orElse(null), escalation);
    }

    /** Returns the actor, for callers that have already looked up the person in the directory. */
    static Actor actor(CurrentUser signedIn, @Nullable Person person, @Nullable Escalation escalation) {
        Actor known = signedIn.actor(person == null ? Set.of() : person.duties());
        if (escalation == null) {
            return known;
        }
        Set<String> roles = new HashSet<>(known.roles());
        escalation.people().forEach((role, holder) -> {
            if (holder.equals(known.id()) && !isRoleOfUsers(role)) {
                roles.add(role);
            }
        });
        return new Actor(known.id(), known.name(), roles);
    }

    /** Nobody is an executive by being named as one in an escalation. */
    private static boolean isRoleOfUsers(String role) {
        return Arrays.stream(Role.values()).map(Role::word).anyMatch(role::equals);
    }
}
