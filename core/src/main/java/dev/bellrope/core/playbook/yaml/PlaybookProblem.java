package dev.bellrope.core.playbook.yaml;

/**
 * A mistake in a playbook.
 *
 * @param line from 1
 * @param column from 1
 * @param path its place in the playbook, {@code triggers.slo-missed.when}
 * @param message what is wrong
 * @param accepted what would be accepted, with a suggestion if there is a similar word; may be empty
 */
public record PlaybookProblem(int line, int column, String path, String message, String accepted) {}
