package dev.bellrope.app.architecture.broken.circle;

/** Depends on {@link Back}, which depends on it. */
record Forth(Back back) {}
