package dev.bellrope.app.messages;

import dev.bellrope.core.message.Message;
import java.time.Duration;
import java.util.Set;

/** What is special about a kind of message: how long it is worth sending, and what makes two of it the same. */
final class TemplateKind {
    static final String DIGEST = "digest";

    /** They only say that time passes; once what they are about is over nobody wants them. */
    static final Set<String> REMINDERS = Set.of("warned", "missed", "task-warned", "task-missed");

    private static final Duration REMINDER_WORTH = Duration.ofHours(12);
    private static final Duration WORTH = Duration.ofDays(3);

    private TemplateKind() {}

    /** How long after its reason arose a message is still worth sending. */
    static Duration worth(String template) {
        return REMINDERS.contains(template) ? REMINDER_WORTH : WORTH;
    }

    /**
     * What two messages of one template to one person about one escalation share when the second says nothing new: a reminder is
     * the same when it is about the same target, whatever the percentage by now; anything else when it says the same.
     */
    static String sameAs(Message message, MessageTexts.MessageText text) {
        return REMINDERS.contains(message.template())
                ? message.facts().getOrDefault("target", "")
                : Integer.toHexString((text.subject() + "\n" + text.body()).hashCode());
    }
}
