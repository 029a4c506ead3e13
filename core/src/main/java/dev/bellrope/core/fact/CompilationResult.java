package dev.bellrope.core.fact;

/** What reading an expression gave. */
public sealed interface CompilationResult {
    /** It can be evaluated. */
    record Ready(Expression expression) implements CompilationResult {}

    /**
     * It cannot.
     *
     * @param line within the source, from 1
     * @param column within that line, from 1
     * @param message what is wrong
     * @param accepted what would be accepted; may be empty
     */
    record ExpressionMistake(int line, int column, String message, String accepted) implements CompilationResult {}
}
