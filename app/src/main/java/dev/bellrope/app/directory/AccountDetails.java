package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.Entry.AliasEntry;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.routing.Person;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An account with the people and aliases that belong to it.
 *
 * @param people our people for the account, by role
 * @param aliases what sources call it
 */
public record AccountDetails(Account account, Map<String, Person> people, List<AliasEntry> aliases) {
    public AccountDetails {
        people = Collections.unmodifiableMap(new TreeMap<>(people));
        aliases = List.copyOf(aliases);
    }
}
