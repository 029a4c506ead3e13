package dev.bellrope.core.message;

import dev.bellrope.core.playbook.Severity;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message as data; creating one does not send it.
 *
 * @param dedupe always the same for the same event and recipient; a second message with it is dropped
 * @param escalation the key of the escalation or task it is about
 * @param to who it is for
 * @param channel how it is sent: {@code email}, {@code inbox} or {@code portal}
 * @param template the name of the playbook's template
 * @param facts the values for the template; instants are in ISO 8601, and are shown in the recipient's time zone
 * @param severity the severity, for the quiet hours
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
