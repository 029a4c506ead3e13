package dev.bellrope.app.foresight;

import dev.bellrope.core.signal.Signal;
import java.time.Instant;
import java.util.List;

/** What was heard and is still known. Implemented by the module that hears. */
public interface PastSignals {
    /** The newest of known accounts since an instant, so many at most, in the order in which they happened. */
    List<Signal> since(Instant from, int most);
}
