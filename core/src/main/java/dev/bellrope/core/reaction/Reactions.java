package dev.bellrope.core.reaction;

/** The door. */
public final class Reactions {
    private Reactions() {}
}
