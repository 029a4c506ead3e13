/** Decides: each room of rules turns a command, and what is known now, into events or a refusal. The door is {@link Decider}. */
@NullMarked
package dev.bellrope.core.escalation.rule;

import org.jspecify.annotations.NullMarked;
