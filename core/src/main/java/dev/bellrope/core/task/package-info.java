/**
 * What somebody owes by a date outside of a running escalation: decide turns a command into events, evolve folds an event into the state.
 * The door is {@link TaskDecider}.
 */
@NullMarked
package dev.bellrope.core.task;

import org.jspecify.annotations.NullMarked;
