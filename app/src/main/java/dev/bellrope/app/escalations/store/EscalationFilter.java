package dev.bellrope.app.escalations.store;

import java.util.Optional;

/**
 * Which escalations a list shows; what is empty is not asked for.
 *
 * @param over whether those that are over are shown too
 */
public record EscalationFilter(
        Optional<String> status,
        Optional<String> account,
        Optional<String> owner,
        Optional<String> severity,
        boolean over) {
    /** All that are not over. */
    public static final EscalationFilter OPEN =
            new EscalationFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** All of an account. */
    public static EscalationFilter ofAccount(String account) {
        return new EscalationFilter(Optional.empty(), Optional.of(account), Optional.empty(), Optional.empty(), true);
    }
}
