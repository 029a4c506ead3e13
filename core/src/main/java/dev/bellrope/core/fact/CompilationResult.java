package dev.bellrope.core.fact;

/** The result of compiling an expression. */
public sealed interface CompilationResult {
    /** The expression is ready to be evaluated. */
    record Ready(Expression expression) implements CompilationResult {}

    /**
     * The expression has a mistake.
     *
     * @param line the line in the source, from 1
     * @param column the column in that line, from 1
     * @param message what is wrong
     * @param accepted what would be accepted; may be empty
     */
    record ExpressionMistake(int line, int column, String message, String accepted) implements CompilationResult {}
}
