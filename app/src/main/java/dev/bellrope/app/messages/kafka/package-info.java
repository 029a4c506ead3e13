/**
 * Every event of every escalation to a topic of Kafka, where one is set: in order per escalation, at least once. The door is
 * {@link dev.bellrope.app.messages.kafka.EventFeed}.
 */
@NullMarked
package dev.bellrope.app.messages.kafka;

import org.jspecify.annotations.NullMarked;
