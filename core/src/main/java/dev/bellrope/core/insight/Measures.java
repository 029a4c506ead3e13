package dev.bellrope.core.insight;

/** The door. */
public final class Measures {
    private Measures() {}
}
