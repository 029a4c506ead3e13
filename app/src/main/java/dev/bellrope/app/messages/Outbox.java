package dev.bellrope.app.messages;

import dev.bellrope.app.messages.polling.OutboxState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What was said, what waits and what was given up, to be looked at. */
@Component
public class Outbox {
    private final OutboxListTable table;

    Outbox(OutboxListTable table) {
        this.table = table;
    }

    /**
     * One message, or one delivery of a webhook.
     *
     * @param kind {@code mail}, {@code inbox}, {@code portal} (or another channel), or {@code webhook}
     * @param recipient {@code person:ana}, {@code contact:acme/joe}, or the webhook's address
     * @param template the message's template, or the kind of the happening
     * @param body Markdown, or the JSON of a webhook
     * @param note what became of it, in words
     * @param trace id of the trace that it belongs to; empty: of many, or of none
     */
    @Schema(name = "OutboxMessage")
    public record OutboxItem(
            UUID id,
            String kind,
            String escalation,
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
        /** Where in the console is what it is about. */
        public String path() {
            return TopicPath.of(escalation);
        }
    }

    /**
     * Messages to people, the newest first.
     *
     * @param state only those; empty: all
     * @param after goes on behind that one
     */
    public List<OutboxItem> list(Optional<OutboxState> state, Optional<UUID> after, int limit) {
        return table.list(state, after, limit);
    }

    /** What is shown to a contact in the portal, the newest first. */
    public List<OutboxItem> listPortal(String account, String contact, int limit) {
        return table.listPortal("contact:" + account + "/" + contact, limit);
    }
}
