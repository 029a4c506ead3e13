package dev.bellrope.app.live;

/**
 * Somebody who looks at an escalation.
 *
 * @param doing the form that they write in, such as {@code updates}; empty: they only look
 */
public record PageViewer(String person, String name, String doing) {}
