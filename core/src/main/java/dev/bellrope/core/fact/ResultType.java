package dev.bellrope.core.fact;

/** The type of result that an expression must have. */
public enum ResultType {
    /** Whether something holds. */
    TRUTH,
    /** An amount. */
    NUMBER,
    /** A word. */
    TEXT
}
