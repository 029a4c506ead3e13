package dev.bellrope.app.traces;

/** Something, and the trace that whatever it causes belongs to. */
public record WithTrace<T>(T it, Trace trace) {}
