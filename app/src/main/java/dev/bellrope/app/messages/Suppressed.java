package dev.bellrope.app.messages;

import java.time.Instant;

/** An address that nothing goes to, and why. */
public record Suppressed(String address, String reason, Instant since) {}
