/** How rows that are due are worked off by any number of nodes: {@link dev.bellrope.app.messages.rounds.Rounds} goes round and round. */
@NullMarked
package dev.bellrope.app.messages.rounds;

import org.jspecify.annotations.NullMarked;
