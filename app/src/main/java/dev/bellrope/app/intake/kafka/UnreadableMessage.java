package dev.bellrope.app.intake.kafka;

import java.time.Instant;
import java.util.UUID;

/**
 * A message of the signal topic that is not a signal; the original is in the dead-letter topic.
 *
 * @param id our own id
 * @param sentAt the timestamp in the topic
 * @param key the key as text; empty if there is none
 * @param beginning the first characters, as text
 * @param why a sentence that says why it cannot be accepted, and what would be
 */
public record UnreadableMessage(
        UUID id,
        String topic,
        int partition,
        long offset,
        Instant sentAt,
        String key,
        String beginning,
        String why,
        Instant receivedAt) {}
