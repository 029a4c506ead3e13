package dev.bellrope.app.messages.smtp;

import java.util.Optional;
import java.util.UUID;

/**
 * A mail to one person.
 *
 * @param id the same for all attempts; the Message-ID contains it
 * @param thread what it belongs to, such as an escalation's key; empty if nothing
 * @param address the recipient's address
 * @param name the recipient's name; may be empty
 * @param markdown the text
 * @param trace the id of its trace; empty if it belongs to several traces or to none
 */
public record Mail(
        UUID id, String thread, String address, String name, String subject, String markdown, Optional<String> trace) {}
