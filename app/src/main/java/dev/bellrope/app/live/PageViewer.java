package dev.bellrope.app.live;

/**
 * Somebody who is viewing an escalation.
 *
 * @param doing the form that they are writing in, such as {@code updates}; empty if they are only looking
 */
public record PageViewer(String person, String name, String doing) {}
