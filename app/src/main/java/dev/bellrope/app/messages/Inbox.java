package dev.bellrope.app.messages;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a colleague was told, to be read in the console, whether or not a mail went out. */
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
     * @param body Markdown
     * @param readAt empty: not read yet
     */
    @Schema(name = "InboxMessage")
    public record InboxItem(
            UUID id,
            String escalation,
            String template,
            String severity,
            String subject,
            String body,
            String because,
            Instant aroseAt,
            Optional<Instant> readAt) {
        /** Where in the console is what it is about. */
        public String path() {
            return TopicPath.of(escalation);
        }
    }

    /** The newest first, from the one after {@code after}. */
    public List<InboxItem> list(String person, Optional<UUID> after, int limit) {
        return table.list(person, after, limit);
    }

    /** Of these only those that were not read yet. */
    public List<InboxItem> listUnread(String person, Optional<UUID> after, int limit) {
        return table.listUnread(person, after, limit);
    }

    /** How many were not read yet; the person is {@code CurrentUser.actor().id()}. */
    public int countUnread(String person) {
        return table.countUnread(person);
    }

    /**
     * The person has read it; the first time counts.
     *
     * @throws NoSuchElementException when there is no such message in this person's inbox
     */
    public void read(String person, UUID id) {
        if (!table.read(person, id, clock.instant())) {
            throw new NoSuchElementException("No message " + id + " in the inbox of " + person);
        }
    }

    /** The person has read all up to the newest that they have seen. */
    public void readAll(String person, UUID newest) {
        table.readAll(person, newest, clock.instant());
    }
}
