package dev.bellrope.app.faults;

/** One thing that must hold, with the figure that was found. */
record Invariant(String words, String figure, boolean holds) {}
