/**
 * Events as programs are told of them, by webhook and over Kafka: a closed list of types, one form, and the schema of it. The door is
 * {@link dev.bellrope.app.messages.events.PublishedEvent}.
 */
@NullMarked
package dev.bellrope.app.messages.events;

import org.jspecify.annotations.NullMarked;
