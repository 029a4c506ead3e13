package dev.bellrope.app.escalations.store;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.core.escalation.Status;
import java.util.Optional;

/**
 * Selects the escalations of a list; an empty value does not filter.
 *
 * @param over whether to include those that are over
 */
public record EscalationFilter(
        Optional<String> status,
        Optional<String> account,
        Optional<String> owner,
        Optional<String> severity,
        boolean over,
        VisibleAccounts visible) {
    /** All open escalations. */
    public static final EscalationFilter OPEN = new EscalationFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, VisibleAccounts.ALL);

    /** Selects all escalations of an account. */
    public static EscalationFilter ofAccount(String account) {
        return new EscalationFilter(
                Optional.empty(), Optional.of(account), Optional.empty(), Optional.empty(), true, VisibleAccounts.ALL);
    }

    /** All escalations of an account that are not over. */
    public static EscalationFilter openOfAccount(String account, VisibleAccounts visible) {
        return new EscalationFilter(
                Optional.empty(), Optional.of(account), Optional.empty(), Optional.empty(), false, visible);
    }

    /** Selects the escalations of an account that are active. */
    public static EscalationFilter activeOfAccount(String account, VisibleAccounts visible) {
        return new EscalationFilter(
                Optional.of(Status.ACTIVE.word()),
                Optional.of(account),
                Optional.empty(),
                Optional.empty(),
                false,
                visible);
    }
}
