package dev.bellrope.app.escalations.acts;

import dev.bellrope.app.access.Tokens;
import dev.bellrope.app.access.User;
import dev.bellrope.app.access.Users;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.routing.Person;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The names of those who act: people of the directory, users who are not in it, programs with a token, Bellrope itself. A duty is
 * named in words.
 */
@Component
public class ActorNames {
    private static final Pattern WITHOUT_PERSON =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Directory directory;
    private final Users users;
    private final Tokens tokens;

    ActorNames(Directory directory, Users users, Tokens tokens) {
        this.directory = directory;
        this.users = users;
        this.tokens = tokens;
    }

    /** Returns the name for an id; the id itself if nobody has it. */
    public String name(String id) {
        if (id.equals(Actor.SYSTEM.id())) {
            return Actor.SYSTEM.name();
        }
        return directory
                .findPerson(id)
                .map(Person::name)
                .or(() -> WITHOUT_PERSON.matcher(id).matches() ? withoutPerson(UUID.fromString(id)) : Optional.empty())
                .orElseGet(() -> isDuty(id) ? id.replace('-', ' ') : id);
    }

    private Optional<String> withoutPerson(UUID id) {
        return tokens.list().stream()
                .filter(token -> token.id().equals(id))
                .map(Tokens.Token::name)
                .findFirst()
                .or(() -> users.list().stream()
                        .filter(user -> user.id().equals(id))
                        .map(User::name)
                        .findFirst());
    }

    private boolean isDuty(String id) {
        return directory.people().stream().anyMatch(person -> person.duties().contains(id));
    }
}
