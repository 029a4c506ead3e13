package dev.bellrope.app.history.log;

/**
 * A column as a mapping file names it.
 *
 * @param name as in the header; {@code name#2} for the second column of this name
 * @param line the line in the mapping file that names it, from 1
 * @param position the position in that line, from 1
 * @param path the path in the mapping
 */
record LogColumn(String name, int line, int position, String path) {
    MappingProblem problem(String message) {
        return new MappingProblem(line, position, path, message);
    }
}
