package dev.bellrope.app.traces;

/** A value, and the trace that everything it causes belongs to. */
public record WithTrace<T>(T it, Trace trace) {}
