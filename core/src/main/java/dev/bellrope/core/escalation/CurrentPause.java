package dev.bellrope.core.escalation;

import java.time.Instant;

/** Why it waits, and since when. */
public record CurrentPause(String reason, String note, Instant since) {}
