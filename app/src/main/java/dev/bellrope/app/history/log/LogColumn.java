package dev.bellrope.app.history.log;

/**
 * A column as a mapping file names it.
 *
 * @param name as in the header; {@code name#2} for the second of that name
 * @param line where the mapping names it, from 1
 * @param position the column of that line, from 1
 * @param path where in the mapping
 */
record LogColumn(String name, int line, int position, String path) {
    MappingProblem problem(String message) {
        return new MappingProblem(line, position, path, message);
    }
}
