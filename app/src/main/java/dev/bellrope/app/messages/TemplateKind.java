package dev.bellrope.app.messages;

import dev.bellrope.core.message.Message;
import java.time.Duration;
import java.util.Set;

/** What is specific to a template: how long its messages are worth sending, and what makes two of them the same. */
final class TemplateKind {
    static final String DIGEST = "digest";

    /** Templates that only say that time passes; once their subject is settled nobody wants them. */
    static final Set<String> REMINDERS = Set.of("warned", "missed", "task-warned", "task-missed");

    private static final Duration REMINDER_WORTH = Duration.ofHours(12);
    private static final Duration WORTH = Duration.ofDays(3);

    private TemplateKind() {}

    /** Returns how long after it arose a message is still worth sending. */
    static Duration worth(String template) {
        return REMINDERS.contains(template) ? REMINDER_WORTH : WORTH;
    }

    /**
     * Returns what two messages of one template to one person about one escalation share if the second says nothing
     * new: reminders are the same if they are about the same target, whatever the percentage now; others if their text
     * is the same.
     */
    static String sameAs(Message message, MessageTexts.MessageText text) {
        return REMINDERS.contains(message.template())
                ? message.facts().getOrDefault("target", "")
                : Integer.toHexString((text.subject() + "\n" + text.body()).hashCode());
    }
}
