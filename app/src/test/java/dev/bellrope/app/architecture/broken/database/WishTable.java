package dev.bellrope.app.architecture.broken.database;

/** The table of a module. */
public record WishTable(String wish) {}
