/**
 * Events as programs are told about them, by webhook and over Kafka: a closed list of types, one format, and its
 * schema. The entry point is {@link dev.bellrope.app.messages.events.PublishedEvent}.
 */
@NullMarked
package dev.bellrope.app.messages.events;

import org.jspecify.annotations.NullMarked;
