package dev.bellrope.app.escalations.store;

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
        boolean over) {
    /** All open escalations. */
    public static final EscalationFilter OPEN =
            new EscalationFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** Selects all escalations of an account. */
    public static EscalationFilter ofAccount(String account) {
        return new EscalationFilter(Optional.empty(), Optional.of(account), Optional.empty(), Optional.empty(), true);
    }
}
