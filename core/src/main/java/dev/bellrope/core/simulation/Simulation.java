package dev.bellrope.core.simulation;

/** The door. */
public final class Simulation {
    private Simulation() {}
}
