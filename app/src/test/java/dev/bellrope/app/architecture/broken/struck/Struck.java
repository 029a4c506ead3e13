package dev.bellrope.app.architecture.broken.struck;

import dev.bellrope.app.architecture.broken.database.inside.Hidden;

/** Imports the insides of a module that it may import. */
public record Struck(Hidden hidden) {
    /** Has the name of another. */
    record Twice() {}
}
