package dev.bellrope.app.intake;

import java.util.Optional;

/**
 * A filter for lists of signals.
 *
 * @param source empty for all sources
 * @param account one of our ids; empty for all signals, including those without an account
 */
public record SignalFilter(Optional<SignalState> state, String source, String account) {
    /** Whether the filter leaves anything out. */
    public boolean isFiltering() {
        return state.isPresent() || !source.isEmpty() || !account.isEmpty();
    }
}
