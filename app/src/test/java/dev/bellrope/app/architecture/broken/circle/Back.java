package dev.bellrope.app.architecture.broken.circle;

import java.util.List;

/** Depends on {@link Forth}, which depends on it. */
record Back(List<Forth> forth) {
    Forth first() {
        return forth.getFirst();
    }
}
