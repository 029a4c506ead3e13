package dev.bellrope.app.messages;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.messages.polling.OutboxState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lists what was sent, what waits and what was given up. */
@Component
public class Outbox {
    private final OutboxListTable table;

    Outbox(OutboxListTable table) {
        this.table = table;
    }

    /**
     * A message, or a delivery to a webhook.
     *
     * @param kind {@code mail}, {@code inbox}, {@code portal} (or another channel), or {@code webhook}
     * @param escalation the key of the escalation that it is about, if it is about one; else empty
     * @param task the key of the task that it is about, if it is about one; else empty
     * @param recipient {@code person:ana}, {@code contact:acme/joe}, or the webhook's address
     * @param template the message's template, or the type of the webhook's event
     * @param body Markdown, or the JSON of a webhook
     * @param note the outcome, in words
     * @param trace the id of its trace; empty if it belongs to several traces or to none
     */
    @Schema(name = "OutboxMessage")
    public record OutboxItem(
            UUID id,
            String kind,
            String escalation,
            String task,
            String recipient,
            String template,
            String subject,
            String body,
            String because,
            OutboxState state,
            String note,
            int attempts,
            Instant aroseAt,
            Instant dueAt,
            Optional<Instant> sentAt,
            Optional<String> trace) {
        /** Returns the key of what the message is about; empty if it is about many things. */
        public String key() {
            return escalation + task;
        }

        /** Returns the path in the console of what the message is about. */
        public String path() {
            return new MessageTopic(key()).path();
        }
    }

    /**
     * Lists messages to people, the newest first.
     *
     * @param state the state to filter by; empty for all
     * @param after the last message of the previous page
     */
    public List<OutboxItem> list(
            Optional<OutboxState> state, Optional<UUID> after, VisibleAccounts visible, int limit) {
        return table.list(state, after, visible, limit);
    }

    /** Lists the messages that the portal shows to a contact, the newest first. */
    public List<OutboxItem> listPortal(String account, String contact, int limit) {
        return table.listPortal("contact:" + account + "/" + contact, limit);
    }
}
