package dev.bellrope.app.history.log;

/**
 * A mistake in a mapping file.
 *
 * @param line the line in the mapping file, from 1
 * @param column the column in the mapping file, from 1
 * @param path the path in the mapping, such as {@code rules[2].kind}
 * @param message what is wrong, and what would be accepted
 */
public record MappingProblem(int line, int column, String path, String message) {
    @Override
    public String toString() {
        return line + ":" + column + ": " + (path.isEmpty() ? "" : path + ": ") + message;
    }
}
