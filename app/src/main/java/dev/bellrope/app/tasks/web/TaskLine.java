package dev.bellrope.app.tasks.web;

import java.time.Instant;

/**
 * An event of a task in words.
 *
 * @param by the name of whoever did it
 * @param text what happened
 * @param because the reason or evidence given; may be empty
 */
public record TaskLine(Instant at, String by, String text, String because) {}
