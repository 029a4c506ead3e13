package dev.bellrope.app.intake;

import java.time.Instant;

/**
 * Signals that wait for the same answer: which account their source means by a name, or whose ticket it is.
 *
 * @param newest the newest of the signals; mapping it maps all of them
 * @param since when the first of them was received
 */
public record UnmappedName(HeardSignal newest, int count, Instant since) {}
