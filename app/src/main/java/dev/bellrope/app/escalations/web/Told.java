package dev.bellrope.app.escalations.web;

import dev.bellrope.core.escalation.Journal;
import java.time.Instant;

/**
 * Something that happened in an escalation, in words.
 *
 * @param about the account and the title
 */
public record Told(String key, String about, String by, Instant at, Journal.Line line) {}
