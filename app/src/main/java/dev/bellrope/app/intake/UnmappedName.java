package dev.bellrope.app.intake;

import java.time.Instant;

/**
 * Signals that wait for the same word: which account it is that their source calls so, or whose ticket it is.
 *
 * @param newest of them; mapping it maps all
 * @param since when the first of them came
 */
public record UnmappedName(HeardSignal newest, int count, Instant since) {}
