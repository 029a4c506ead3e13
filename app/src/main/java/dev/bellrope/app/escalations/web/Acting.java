package dev.bellrope.app.escalations.web;

import dev.bellrope.app.access.SignedIn;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Escalation;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who acts, with everything that the playbook's permissions may name: their role, their duties, and what they are in an escalation. */
@Component
class Acting {
    private final Directory directory;

    Acting(Directory directory) {
        this.directory = directory;
    }

    Actor actor(SignedIn signedIn, @Nullable Escalation escalation) {
        Actor known = signedIn.actor();
        Set<String> roles = new HashSet<>(known.roles());
        directory.findPerson(known.id()).ifPresent(person -> roles.addAll(person.duties()));
        if (escalation != null) {
            escalation.people().forEach((role, person) -> {
                if (person.equals(known.id())) {
                    roles.add(role);
                }
            });
        }
        return new Actor(known.id(), known.name(), roles);
    }
}
