package dev.bellrope.app.intake;

import java.util.Map;
import java.util.Set;

/** What the intake needs to know about accounts. */
public interface AccountAliases {
    /**
     * An account as a source names it.
     *
     * @param key an alias of it, or the account's own id
     */
    record Named(String source, String key) {}

    /** The ids of the accounts that sources mean; absent where nobody knows which. */
    Map<Named, String> find(Set<Named> names);

    /** Whether there is an account of that id. */
    boolean isAccount(String account);

    /** From now on that source means that account by that key. */
    void add(String source, String key, String account);
}
