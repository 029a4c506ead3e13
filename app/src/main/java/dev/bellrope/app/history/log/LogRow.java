package dev.bellrope.app.history.log;

import java.time.Instant;

/**
 * A row of a log, reduced to what the mapping uses.
 *
 * @param line the line of the file, from 1
 * @param at the time of the row
 * @param values indexed by the header's slots, with shared strings; empty for missing values
 */
@SuppressWarnings("ArrayRecordComponent") // a hundred thousand are held; never compared, never handed out
record LogRow(long line, Instant at, String[] values) {}
