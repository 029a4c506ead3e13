package dev.bellrope.app.desk.web;

import dev.bellrope.core.escalation.journal.Journal;
import java.time.Instant;

/**
 * An event of an escalation, in words.
 *
 * @param about the account and the title
 */
public record NewsLine(String key, String about, String by, Instant at, Journal.JournalLine line) {}
