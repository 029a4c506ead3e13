package dev.bellrope.app.foresight;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.core.signal.Signal;
import java.time.Instant;
import java.util.List;

/** The stored signals of the past; the module that receives signals implements it. */
public interface PastSignals {
    /**
     * Returns the newest signals of known accounts since an instant, up to a number, in the order in which they
     * happened.
     */
    List<Signal> since(Instant from, VisibleAccounts visible, int most);
}
