package dev.bellrope.core.message;

import dev.bellrope.core.playbook.Severity;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something to be said, as data: nothing is sent by making one.
 *
 * @param dedupe the same for the same happening and recipient, for ever; a second one with it is dropped
 * @param escalation the key of the escalation it is about
 * @param to who it is for
 * @param channel how it goes: {@code email}, {@code inbox} or {@code portal}
 * @param template the name of the playbook's template
 * @param facts what the template is filled with; instants as ISO 8601, to be shown in the recipient's zone
 * @param severity how bad it is, for the quiet hours
 * @param because why it is sent, in a sentence
 * @param at when the reason for it arose
 */
public record Message(
        String dedupe,
        String escalation,
        Recipient to,
        String channel,
        String template,
        Map<String, String> facts,
        Severity severity,
        String because,
        Instant at) {
    public static final String EMAIL = "email";
    public static final String INBOX = "inbox";
    public static final String PORTAL = "portal";

    public Message {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
