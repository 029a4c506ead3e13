/**
 * Signals as CloudEvents from a Kafka topic, if Kafka is configured. The entry point is {@link
 * dev.bellrope.app.intake.kafka.UnreadableMessages}.
 */
@NullMarked
package dev.bellrope.app.intake.kafka;

import org.jspecify.annotations.NullMarked;
