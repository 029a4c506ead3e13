package dev.bellrope.app.intake.kafka;

import java.time.Instant;
import java.util.UUID;

/**
 * A message of the topic of signals that is none. It lies in the dead-letter topic.
 *
 * @param id ours
 * @param sentAt as the topic says
 * @param key as text; empty: none
 * @param beginning the first letters of it, as text
 * @param why the sentence why it cannot be taken, and what would be
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
