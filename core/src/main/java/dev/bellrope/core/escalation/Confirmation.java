package dev.bellrope.core.escalation;

import java.time.Instant;

/** An exit criterion that somebody confirmed or waived. */
public record Confirmation(boolean waived, String text, Instant at) {}
