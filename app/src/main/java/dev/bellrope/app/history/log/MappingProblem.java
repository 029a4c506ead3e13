package dev.bellrope.app.history.log;

/**
 * One mistake in a mapping file.
 *
 * @param line of the mapping file, from 1
 * @param column of the mapping file, from 1
 * @param path where in the mapping, {@code rules[2].kind}
 * @param message what is wrong, and what would be accepted
 */
public record MappingProblem(int line, int column, String path, String message) {
    @Override
    public String toString() {
        return line + ":" + column + ": " + (path.isEmpty() ? "" : path + ": ") + message;
    }
}
