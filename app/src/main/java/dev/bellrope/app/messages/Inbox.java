package dev.bellrope.app.messages;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The inbox of each colleague: the messages to them, to be read in the console whether or not a mail was sent. */
@Component
public class Inbox {
    private final InboxTable table;
    private final Clock clock;

    Inbox(InboxTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * A message to a colleague.
     *
     * @param escalation the key of the escalation that it is about, if it is about one; else empty
     * @param task the key of the task that it is about, if it is about one; else empty
     * @param severity of the escalation; empty for a task, which has none
     * @param body Markdown
     * @param readAt empty if not yet read
     */
    @Schema(name = "InboxMessage")
    public record InboxItem(
            UUID id,
            String escalation,
            String task,
            String template,
            String severity,
            String subject,
            String body,
            String because,
            Instant aroseAt,
            Optional<Instant> readAt) {
        /** Returns the key of what the message is about; empty if it is about many things. */
        public String key() {
            return escalation + task;
        }

        /** Returns the path in the console of what the message is about. */
        public String path() {
            return new MessageTopic(key()).path();
        }
    }

    /** Lists messages, the newest first, from the one after {@code after}. */
    public List<InboxItem> list(String person, Optional<UUID> after, int limit) {
        return table.list(person, after, limit);
    }

    /** Lists unread messages, as above. */
    public List<InboxItem> listUnread(String person, Optional<UUID> after, int limit) {
        return table.listUnread(person, after, limit);
    }

    /** Returns the number of unread messages; the person is {@code CurrentUser.actor().id()}. */
    public int countUnread(String person) {
        return table.countUnread(person);
    }

    /**
     * Marks a message as read; the first time counts.
     *
     * @throws NoSuchElementException when this person's inbox has no such message
     */
    public void read(String person, UUID id) {
        if (!table.read(person, id, clock.instant())) {
            throw new NoSuchElementException("No message " + id + " in the inbox of " + person);
        }
    }

    /** Marks everything up to the newest message that the person has seen as read. */
    public void readAll(String person, UUID newest) {
        table.readAll(person, newest, clock.instant());
    }
}
