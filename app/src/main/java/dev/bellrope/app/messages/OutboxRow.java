package dev.bellrope.app.messages;

import dev.bellrope.app.messages.polling.OutboxState;
import dev.bellrope.app.traces.Trace;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.message.Recipient;
import dev.bellrope.core.playbook.Severity;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A row that a sender has claimed. */
record OutboxRow(
        UUID id,
        UUID claim,
        OutboxState state,
        String escalation,
        String recipient,
        String template,
        Severity severity,
        String subject,
        String body,
        GuardrailSnapshot rails,
        Instant expiresAt,
        int attempts,
        Optional<Instant> passedAt,
        Optional<Trace> trace) {

    boolean isDigest() {
        return template.equals(TemplateKind.DIGEST);
    }

    /** Returns the message as the guardrails judge it. */
    Message message(Severity asBadAs, Instant at) {
        return new Message(id.toString(), escalation, to(), Message.EMAIL, template, Map.of(), asBadAs, "", at);
    }

    Recipient to() {
        return recipientOf(recipient);
    }

    /** Parses a recipient, the reverse of {@link Recipient#word()}. */
    static Recipient recipientOf(String word) {
        String id = word.substring(word.indexOf(':') + 1);
        if (word.startsWith("contact:")) {
            int slash = id.indexOf('/');
            return new Recipient.Customer(id.substring(0, slash), id.substring(slash + 1));
        }
        return new Recipient.Colleague(id);
    }
}
