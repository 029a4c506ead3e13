package dev.bellrope.app.messages.webhook;

import dev.bellrope.app.messages.polling.SqlTime;
import java.net.URI;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code webhook_subscription}; a deleted one stays because deliveries refer to it. */
final class SubscriptionTable {
    private final JdbcClient client;

    SubscriptionTable(JdbcClient client) {
        this.client = client;
    }

    void insert(Subscription subscription, String secret) {
        client.sql("""
                insert into webhook_subscription
                  (subscription_id, url, secret, kinds, created_by, created_at, disabled_at, disabled_because)
                values (:id, :url, :secret, :kinds, :by, :at, :disabled, :because)
                """)
                .param("id", subscription.id())
                .param("url", subscription.url().toString())
                .param("secret", secret)
                .param("kinds", subscription.kinds().toArray(String[]::new))
                .param("by", subscription.createdBy())
                .param("at", SqlTime.of(subscription.createdAt()))
                .param("disabled", subscription.disabledAt().map(SqlTime::of).orElse(null))
                .param("because", subscription.disabledBecause())
                .update();
    }

    List<Subscription> list() {
        return client.sql("""
                select subscription_id, url, kinds, created_by, created_at, disabled_at, disabled_because
                from webhook_subscription where deleted_at is null order by subscription_id
                """).query((row, number) -> read(row)).list();
    }

    Optional<Subscription> find(UUID id) {
        return client.sql("""
                select subscription_id, url, kinds, created_by, created_at, disabled_at, disabled_because
                from webhook_subscription where deleted_at is null and subscription_id = :id
                """).param("id", id).query((row, number) -> read(row)).optional();
    }

    /**
     * A subscription that is to be told about events.
     *
     * @param kinds the wanted types; empty for all
     */
    record NewSubscription(UUID subscription, Set<String> kinds) {
        boolean wants(String kind) {
            return kinds.isEmpty() || kinds.contains(kind);
        }
    }

    List<NewSubscription> listWishes() {
        return client.sql("""
                select subscription_id, kinds from webhook_subscription where deleted_at is null and disabled_at is null
                """)
                .query((row, number) ->
                        new NewSubscription(row.getObject("subscription_id", UUID.class), Set.copyOf(kinds(row))))
                .list();
    }

    boolean update(UUID id, URI url, List<String> kinds) {
        return client.sql("""
                update webhook_subscription set url = :url, kinds = :kinds
                where subscription_id = :id and deleted_at is null
                """)
                        .param("id", id)
                        .param("url", url.toString())
                        .param("kinds", kinds.toArray(String[]::new))
                        .update()
                > 0;
    }

    boolean disable(UUID id, Instant at, String because) {
        return client.sql("""
                update webhook_subscription set disabled_at = :at, disabled_because = :because
                where subscription_id = :id and disabled_at is null and deleted_at is null
                """)
                        .param("id", id)
                        .param("at", SqlTime.of(at))
                        .param("because", because)
                        .update()
                > 0;
    }

    boolean enable(UUID id) {
        return client.sql("""
                update webhook_subscription set disabled_at = null, disabled_because = ''
                where subscription_id = :id and deleted_at is null
                """).param("id", id).update() > 0;
    }

    boolean delete(UUID id, Instant at) {
        return client.sql("""
                update webhook_subscription set deleted_at = :at, secret = ''
                where subscription_id = :id and deleted_at is null
                """).param("id", id).param("at", SqlTime.of(at)).update() > 0;
    }

    private static Subscription read(ResultSet row) throws SQLException {
        return new Subscription(
                row.getObject("subscription_id", UUID.class),
                URI.create(row.getString("url")),
                kinds(row),
                row.getString("created_by"),
                SqlTime.get(row, "created_at"),
                SqlTime.find(row, "disabled_at"),
                row.getString("disabled_because"));
    }

    private static List<String> kinds(ResultSet row) throws SQLException {
        Array kinds = row.getArray("kinds");
        return List.of((String[]) kinds.getArray());
    }
}
