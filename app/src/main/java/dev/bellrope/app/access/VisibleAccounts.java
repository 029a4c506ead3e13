package dev.bellrope.app.access;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The accounts that somebody may see, and with an account everything that belongs to it. Everybody may see what belongs
 * to no account.
 *
 * @param ids the accounts' ids, and the empty id for what belongs to none; absent for every account
 */
public record VisibleAccounts(Optional<Set<String>> ids) {
    /** Every account, including future ones; SQL statements then get no condition. */
    public static final VisibleAccounts ALL = new VisibleAccounts(Optional.empty());

    private static final String NO_ACCOUNT = "";
    private static final String PARAMETER = "visible_accounts";

    public VisibleAccounts {
        ids = ids.map(
                some -> Stream.concat(some.stream(), Stream.of(NO_ACCOUNT)).collect(Collectors.toUnmodifiableSet()));
    }

    /** Returns these accounts and what belongs to none. */
    public static VisibleAccounts only(Set<String> ids) {
        return new VisibleAccounts(Optional.of(ids));
    }

    public boolean isAll() {
        return ids.isEmpty();
    }

    /** Returns whether an account may be seen; an empty id stands for no account, which everybody may see. */
    public boolean has(String account) {
        return ids.map(some -> some.contains(account)).orElse(true);
    }

    /** Returns a condition, to be appended to others, on the column with the account's id; empty if every account is visible. */
    public String and(String column) {
        return unlessAll(" and " + column + " = any(:" + PARAMETER + ")");
    }

    /** Returns a condition in which {@code :visible_accounts} is the array of the ids; empty if every account is visible. */
    public String unlessAll(String condition) {
        return isAll() ? "" : condition;
    }

    /** Binds the ids to the parameter of the conditions, if there are any. */
    public StatementSpec in(StatementSpec statement) {
        return ids.map(some -> statement.param(PARAMETER, some.toArray(String[]::new)))
                .orElse(statement);
    }
}
