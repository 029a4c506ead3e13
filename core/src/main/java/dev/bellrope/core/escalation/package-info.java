/** The life of one escalation: decide turns a command into events, evolve folds an event into the state. The door is {@link Decider}. */
@NullMarked
package dev.bellrope.core.escalation;

import org.jspecify.annotations.NullMarked;
