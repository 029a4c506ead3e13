package dev.bellrope.app.architecture.broken.heard;

import dev.bellrope.app.architecture.broken.struck.Struck;

/** Imports a module that is not declared, and is named by a participle. */
public record Heard(Struck neighbour) {
    /** Has the name of another. */
    record Twice() {}
}
