package dev.bellrope.app.architecture.broken.database.inside;

/** Nobody else's; the package says nothing about null. */
public record Hidden(String text) {}
