package dev.bellrope.core.fact;

/** What an expression is asked for. */
public enum ResultType {
    /** Whether something holds. */
    TRUTH,
    /** How much. */
    NUMBER,
    /** A word. */
    TEXT
}
