package dev.bellrope.app.intake;

import dev.bellrope.app.access.VisibleAccounts;
import java.util.Optional;

/**
 * A filter for lists of signals.
 *
 * @param source empty for all sources
 * @param account one of our ids; empty for all signals, including those without an account
 */
public record SignalFilter(Optional<SignalState> state, String source, String account, VisibleAccounts visible) {
    /** Whether the filter leaves anything out. */
    public boolean isFiltering() {
        return state.isPresent() || !source.isEmpty() || !account.isEmpty();
    }
}
