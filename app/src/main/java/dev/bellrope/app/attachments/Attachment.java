package dev.bellrope.app.attachments;

import java.time.Instant;
import java.util.UUID;

/**
 * A file attached to an escalation.
 *
 * @param file its name; no decision depends on it
 * @param type the type of its content, such as {@code image/png}
 * @param size the size in bytes
 */
public record Attachment(UUID id, String file, String type, long size, String sha256, Instant addedAt) {}
