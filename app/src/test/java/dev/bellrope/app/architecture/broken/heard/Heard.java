package dev.bellrope.app.architecture.broken.heard;

import dev.bellrope.app.architecture.broken.struck.Struck;

/** Imports a module that is not declared. */
public record Heard(Struck neighbour) {}
