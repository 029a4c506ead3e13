package dev.bellrope.app.traces;

/** Something, and the trace that whatever it causes belongs to. */
public record Traced<T>(T it, Trace trace) {}
