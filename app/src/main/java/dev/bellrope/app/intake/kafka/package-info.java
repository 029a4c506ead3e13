/** Signals as CloudEvents from a topic of Kafka, where one is set. The door is {@link dev.bellrope.app.intake.kafka.UnreadableMessages}. */
@NullMarked
package dev.bellrope.app.intake.kafka;

import org.jspecify.annotations.NullMarked;
