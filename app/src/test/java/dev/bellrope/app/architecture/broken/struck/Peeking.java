package dev.bellrope.app.architecture.broken.struck;

import dev.bellrope.app.architecture.broken.database.WishTable;

/** Uses the table of another module. */
record Peeking(WishTable table) {}
