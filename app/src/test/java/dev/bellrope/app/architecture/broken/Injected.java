package dev.bellrope.app.architecture.broken;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Gets its field from nowhere that a reader can see. */
class Injected {
    @Autowired
    @Nullable Clock clock;
}
