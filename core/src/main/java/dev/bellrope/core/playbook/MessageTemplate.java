package dev.bellrope.core.playbook;

/**
 * A message's text, with {@code {{facts}}} to be filled in.
 *
 * @param name {@code update}
 * @param subject one line
 * @param body Markdown
 */
public record MessageTemplate(String name, String subject, String body) {}
