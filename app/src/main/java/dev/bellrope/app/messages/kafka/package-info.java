/**
 * Publishes every event of every escalation to a Kafka topic, if Kafka is configured: in order per escalation, at least
 * once. The entry point is {@link dev.bellrope.app.messages.kafka.EventFeed}.
 */
@NullMarked
package dev.bellrope.app.messages.kafka;

import org.jspecify.annotations.NullMarked;
