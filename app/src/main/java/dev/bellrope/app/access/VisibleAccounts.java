package dev.bellrope.app.access;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The accounts that somebody may see, and with an account all that is of it. What is of no account, everybody sees.
 *
 * @param ids of the accounts, and the empty one of what is of none; without ids: all that there are
 */
public record VisibleAccounts(Optional<Set<String>> ids) {
    /** Every account, those that are yet to come too; statements then have no condition that asks for it. */
    public static final VisibleAccounts ALL = new VisibleAccounts(Optional.empty());

    private static final String NO_ACCOUNT = "";
    private static final String PARAMETER = "visible_accounts";

    public VisibleAccounts {
        ids = ids.map(
                some -> Stream.concat(some.stream(), Stream.of(NO_ACCOUNT)).collect(Collectors.toUnmodifiableSet()));
    }

    /** These, and what is of no account. */
    public static VisibleAccounts only(Set<String> ids) {
        return new VisibleAccounts(Optional.of(ids));
    }

    public boolean isAll() {
        return ids.isEmpty();
    }

    /** Whether what is of that account may be seen; an empty id is no account. */
    public boolean has(String account) {
        return ids.map(some -> some.contains(account)).orElse(true);
    }

    /** A condition on the column that has the account, for the end of others; empty where everything is visible. */
    public String and(String column) {
        return unlessAll(" and " + column + " = any(:" + PARAMETER + ")");
    }

    /** A condition that says {@code :visible_accounts} for the array of them; empty where everything is visible. */
    public String unlessAll(String condition) {
        return isAll() ? "" : condition;
    }

    /** The statement with the accounts that its conditions ask for. */
    public StatementSpec in(StatementSpec statement) {
        return ids.map(some -> statement.param(PARAMETER, some.toArray(String[]::new)))
                .orElse(statement);
    }
}
