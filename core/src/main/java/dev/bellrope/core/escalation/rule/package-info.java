/**
 * Decides: each class of rules turns commands, and what is known now, into events or a refusal. Start with {@link
 * Decider}.
 */
@NullMarked
package dev.bellrope.core.escalation.rule;

import org.jspecify.annotations.NullMarked;
