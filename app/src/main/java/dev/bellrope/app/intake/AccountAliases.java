package dev.bellrope.app.intake;

import java.util.Optional;

/** What the intake needs to know about accounts. */
public interface AccountAliases {
    /** The id of the account that a source means by that key: an alias of it, or the account's own id. */
    Optional<String> find(String source, String key);

    /** Whether there is an account of that id. */
    boolean isAccount(String account);

    /** From now on that source means that account by that key. */
    void add(String source, String key, String account);
}
