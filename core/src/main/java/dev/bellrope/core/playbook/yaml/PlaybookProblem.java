package dev.bellrope.core.playbook.yaml;

/**
 * One mistake.
 *
 * @param line from 1
 * @param column from 1
 * @param path where in the playbook, {@code triggers.slo-missed.when}
 * @param message what is wrong
 * @param accepted what would be accepted, with a suggestion where one is near; may be empty
 */
public record PlaybookProblem(int line, int column, String path, String message, String accepted) {}
