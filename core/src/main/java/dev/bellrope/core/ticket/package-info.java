/**
 * What is watched: tickets folded from their signals, with the targets of the account's support plan. Start with {@link
 * Ticket}.
 */
@NullMarked
package dev.bellrope.core.ticket;

import org.jspecify.annotations.NullMarked;
