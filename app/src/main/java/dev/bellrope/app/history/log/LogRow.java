package dev.bellrope.app.history.log;

import java.time.Instant;

/**
 * One row of a log, only what the mapping asks for.
 *
 * @param line of the file, from 1
 * @param at when it happened
 * @param values by the header's slots, shared strings; empty for missing
 */
@SuppressWarnings("ArrayRecordComponent") // a hundred thousand of them are held; never compared, never handed out
record LogRow(long line, Instant at, String[] values) {}
