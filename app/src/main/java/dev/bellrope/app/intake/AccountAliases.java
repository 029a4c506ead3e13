package dev.bellrope.app.intake;

import dev.bellrope.app.directory.Directory;
import java.util.Map;
import java.util.Set;

/** What the intake needs to know about accounts. */
interface AccountAliases {
    /** The ids of the accounts that sources mean; absent where nobody knows which. */
    Map<Directory.Name, String> find(Set<Directory.Name> names);

    /** Whether there is an account of that id. */
    boolean isAccount(String account);

    /** From now on that source means that account by that key. */
    void add(String source, String key, String account);
}
