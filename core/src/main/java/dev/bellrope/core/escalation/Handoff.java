package dev.bellrope.core.escalation;

import java.time.Instant;

/** An ownership that was offered and not yet taken. */
public record Handoff(
        String from, String to, String situation, String openPromises, String nextAction, Instant since) {}
