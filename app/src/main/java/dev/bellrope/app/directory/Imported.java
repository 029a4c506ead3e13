package dev.bellrope.app.directory;

/** What an import did, or would do when it was only checked: how many entries of the file are new, changed, as they were. */
public record Imported(Kind kind, int created, int updated, int unchanged) {}
