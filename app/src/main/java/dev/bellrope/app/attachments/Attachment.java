package dev.bellrope.app.attachments;

import java.time.Instant;
import java.util.UUID;

/**
 * A file of an escalation.
 *
 * @param file its name, which nothing is decided by
 * @param type what its content is, {@code image/png}
 * @param size in bytes
 */
public record Attachment(UUID id, String file, String type, long size, String sha256, Instant addedAt) {}
