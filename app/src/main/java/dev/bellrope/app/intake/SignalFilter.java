package dev.bellrope.app.intake;

import java.util.Optional;

/**
 * Which signals a list shows.
 *
 * @param source empty: of all
 * @param account an id of ours; empty: of all, and of none
 */
public record SignalFilter(Optional<SignalState> state, String source, String account) {
    /** Whether it shows fewer than there are. */
    public boolean isFiltering() {
        return state.isPresent() || !source.isEmpty() || !account.isEmpty();
    }
}
