/** What is watched: one customer issue folded from its signals, with the targets of the account's support plan. The door is {@link Ticket}. */
@NullMarked
package dev.bellrope.core.ticket;

import org.jspecify.annotations.NullMarked;
