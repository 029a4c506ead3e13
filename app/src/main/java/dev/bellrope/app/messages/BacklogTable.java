package dev.bellrope.app.messages;

import dev.bellrope.app.messages.polling.SqlTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what waits in {@code outbox} and {@code webhook_delivery}, for the meters. */
final class BacklogTable {
    static final String MAIL = "mail";
    static final String WEBHOOK = "webhook";

    /** Counting stops here, so that a flood does not slow down its own meter. */
    private static final int ENOUGH = 10_000;

    private final JdbcClient client;

    BacklogTable(JdbcClient client) {
        this.client = client;
    }

    /** The backlog of one channel. */
    record ChannelBacklog(long due, Duration oldest, long retrying, long held, long dead) {
        static final ChannelBacklog NONE = new ChannelBacklog(0, Duration.ZERO, 0, 0, 0);
    }

    Map<String, ChannelBacklog> count(Instant now) {
        return client
                .sql("""
                select :mail as channel, mails.*,
                       (select count(*) from (select from outbox where state = 'held' limit :enough) as found) as held,
                       (select count(*) from (select from outbox where state = 'dead' limit :enough) as found) as dead
                from (select count(*) filter (where due_at <= :now) as due, min(due_at) as oldest,
                             count(*) filter (where attempts > 0) as retrying
                      from (select due_at, attempts from outbox where state in ('waiting', 'gathering')
                            order by due_at, message_id limit :enough) as found) as mails
                union all
                select :webhook as channel, deliveries.*, 0 as held,
                       (select count(*) from (select from webhook_delivery where state = 'dead' limit :enough) as found) as dead
                from (select count(*) filter (where due_at <= :now) as due, min(due_at) as oldest,
                             count(*) filter (where attempts > 0) as retrying
                      from (select due_at, attempts from webhook_delivery where state = 'waiting'
                            order by due_at, delivery_id limit :enough) as found) as deliveries
                """)
                .param("mail", MAIL)
                .param("webhook", WEBHOOK)
                .param("now", SqlTime.of(now))
                .param("enough", ENOUGH)
                .query((row, number) -> Map.entry(
                        row.getString("channel"),
                        new ChannelBacklog(
                                row.getLong("due"),
                                SqlTime.find(row, "oldest")
                                        .filter(oldest -> oldest.isBefore(now))
                                        .map(oldest -> Duration.between(oldest, now))
                                        .orElse(Duration.ZERO),
                                row.getLong("retrying"),
                                row.getLong("held"),
                                row.getLong("dead"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
