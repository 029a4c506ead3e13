package dev.bellrope.app.intake;

import dev.bellrope.app.directory.Directory;
import java.util.Map;
import java.util.Set;

/** The directory as the intake sees it: which account a source means by a name. */
interface AccountAliases {
    /** Returns the ids of the accounts that sources mean by these names; unknown names are absent. */
    Map<Directory.Name, String> find(Set<Directory.Name> names);

    /** Whether an account of this id exists. */
    boolean isAccount(String account);

    /** Records that the source means the account by this key from now on. */
    void add(String source, String key, String account);
}
