package dev.bellrope.core.playbook;

/**
 * The text of a message, with placeholders such as {@code {{facts}}}.
 *
 * @param name {@code update}
 * @param subject one line
 * @param body Markdown
 */
public record MessageTemplate(String name, String subject, String body) {}
