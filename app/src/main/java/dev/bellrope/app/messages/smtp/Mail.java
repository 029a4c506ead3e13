package dev.bellrope.app.messages.smtp;

import java.util.Optional;
import java.util.UUID;

/**
 * One mail to one person.
 *
 * @param id the same over all attempts; the Message-ID is made of it
 * @param thread what it belongs to, such as an escalation's key; empty: to nothing
 * @param address where it goes
 * @param name of the recipient; may be empty
 * @param markdown the text
 * @param trace id of the trace that it belongs to; empty: of many, or of none
 */
public record Mail(
        UUID id, String thread, String address, String name, String subject, String markdown, Optional<String> trace) {}
