package dev.bellrope.app.directory;

import dev.bellrope.app.directory.Entry.AliasEntry;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.routing.Person;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An account with those around it.
 *
 * @param people our people for it by role
 * @param aliases what sources call it
 */
public record AccountPage(Account account, Map<String, Person> people, List<AliasEntry> aliases) {
    public AccountPage {
        people = Collections.unmodifiableMap(new TreeMap<>(people));
        aliases = List.copyOf(aliases);
    }
}
