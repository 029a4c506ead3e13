package dev.bellrope.app.messages.kafka;

import static dev.bellrope.app.database.Columns.texts;

import dev.bellrope.app.messages.polling.SqlTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code feed_event}, and the single row of {@code feed_turn}. */
final class FeedTable {
    /** Counting stops here, so that a flood does not slow down its own meter. */
    private static final int ENOUGH = 10_000;

    private static final String INSERT = """
            insert into feed_event (escalation_key, arose_at, body)
            select escalation, :at, body
            from unnest(:escalations, :bodies) with ordinality as given (escalation, body, number)
            order by number
            """;

    /**
     * A transaction that appends to an escalation locks its row until the commit, so the positions of one escalation
     * are in order and become visible in order. Across escalations a later position may become visible earlier; nothing
     * is missed, since rows are deleted one by one.
     */
    private static final String LIST = """
            select position, escalation_key, body from feed_event order by position limit :limit
            """;

    private static final String DELETE = """
            delete from feed_event where position = any (:positions)
            """;

    private static final String TAKE_TURN = """
            insert into feed_turn (node, ends_at) values (:node, :until)
            on conflict (single) do update set node = excluded.node, ends_at = excluded.ends_at
            where feed_turn.node = excluded.node or feed_turn.ends_at <= :now
            """;

    private static final String END_TURN = """
            delete from feed_turn where node = :node
            """;

    private static final String BACKLOG = """
            select count(*) as events, min(arose_at) as oldest
            from (select arose_at from feed_event order by position limit :enough) as found
            """;

    private final JdbcClient client;

    FeedTable(JdbcClient client) {
        this.client = client;
    }

    /** An event to be published. */
    record WaitingFeedEvent(long position, String escalation, String body) {}

    /** An event to be inserted. */
    record NewFeedEvent(String escalation, String body) {}

    void insert(List<NewFeedEvent> added, Instant at) {
        client.sql(INSERT)
                .param("escalations", texts(added, NewFeedEvent::escalation))
                .param("bodies", texts(added, NewFeedEvent::body))
                .param("at", SqlTime.of(at))
                .update();
    }

    /** Lists events, the oldest first. */
    List<WaitingFeedEvent> list(int limit) {
        return client.sql(LIST)
                .param("limit", limit)
                .query((row, number) -> new WaitingFeedEvent(
                        row.getLong("position"), row.getString("escalation_key"), row.getString("body")))
                .list();
    }

    void delete(Collection<WaitingFeedEvent> published) {
        client.sql(DELETE)
                .param(
                        "positions",
                        published.stream().map(WaitingFeedEvent::position).toArray(Long[]::new))
                .update();
    }

    /** Takes the turn; false while another node has it. */
    boolean takeTurn(UUID node, Instant now, Instant until) {
        return client.sql(TAKE_TURN)
                        .param("node", node)
                        .param("now", SqlTime.of(now))
                        .param("until", SqlTime.of(until))
                        .update()
                > 0;
    }

    void endTurn(UUID node) {
        client.sql(END_TURN).param("node", node).update();
    }

    EventFeed.FeedBacklog backlog(Instant now) {
        return client.sql(BACKLOG)
                .param("enough", ENOUGH)
                .query((row, number) -> new EventFeed.FeedBacklog(
                        row.getLong("events"),
                        SqlTime.find(row, "oldest")
                                .filter(oldest -> oldest.isBefore(now))
                                .map(oldest -> Duration.between(oldest, now))
                                .orElse(Duration.ZERO)))
                .single();
    }
}
