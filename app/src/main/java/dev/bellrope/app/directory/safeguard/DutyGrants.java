package dev.bellrope.app.directory.safeguard;

import dev.bellrope.app.access.Access;
import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.Entry.AccountEntry;
import dev.bellrope.app.directory.entry.Entry.PersonEntry;
import dev.bellrope.app.directory.entry.Flaws;
import dev.bellrope.app.directory.entry.StoredEntry;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who may give which duty. Permissions of the playbook name roles of users and duties of people alike, so a duty is never
 * the word of a role, one that carries permissions is given by an administrator only, and nobody changes their own.
 */
@Component
public class DutyGrants {
    private final EntitlingDuties entitling;

    DutyGrants(EntitlingDuties entitling) {
        this.entitling = entitling;
    }

    /** Adds to the flaws what the current user may not write; Bellrope itself is held to the reserved words only. */
    public void check(Entry entry, Optional<? extends StoredEntry<?>> before, long line, Flaws flaws) {
        switch (entry) {
            case AccountEntry account ->
                account.people().keySet().stream()
                        .filter(DutyGrants::isReserved)
                        .forEach(role ->
                                flaws.add(line, "person." + role, role, "is a role of users; name it differently"));
            case PersonEntry person -> check(person, before, line, flaws);
            default -> {}
        }
    }

    private void check(PersonEntry person, Optional<? extends StoredEntry<?>> before, long line, Flaws flaws) {
        person.duties().stream()
                .filter(DutyGrants::isReserved)
                .forEach(duty -> flaws.add(
                        line,
                        "duties",
                        duty,
                        "is a role of users and no duty; an administrator gives roles, to users"));
        Access.find().ifPresent(who -> {
            Set<String> given = new HashSet<>(person.duties());
            Set<String> had = duties(before);
            if (who.personId().equals(person.id()) && !given.equals(had)) {
                flaws.add(
                        line,
                        "duties",
                        String.join(", ", person.duties()),
                        "differ from what they are, and nobody changes their own; ask somebody else who may");
            }
            given.removeAll(had);
            refuseEntitling(given, who, line, flaws);
        });
    }

    private void refuseEntitling(Set<String> given, CurrentUser who, long line, Flaws flaws) {
        if (who.isAdministrator()) {
            return;
        }
        given.stream()
                .filter(duty -> !isReserved(duty) && entitling.isEntitling(duty))
                .sorted()
                .forEach(duty -> flaws.add(
                        line,
                        "duties",
                        duty,
                        "carries permissions by the playbook in force, so only an administrator gives it"));
    }

    private static Set<String> duties(Optional<? extends StoredEntry<?>> before) {
        return before.filter(StoredEntry::isThere)
                .map(StoredEntry::entry)
                .filter(PersonEntry.class::isInstance)
                .map(PersonEntry.class::cast)
                .map(person -> Set.copyOf(person.duties()))
                .orElse(Set.of());
    }

    /** Whatever the case, so that no two words look alike of which one is powerful. */
    private static boolean isReserved(String word) {
        return Arrays.stream(Role.values()).map(Role::word).anyMatch(word::equalsIgnoreCase);
    }
}
