package dev.bellrope.app.messages;

import dev.bellrope.app.messages.polling.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code suppressed_address}. */
@Component
class SuppressionTable {
    private final JdbcClient client;

    SuppressionTable(JdbcClient client) {
        this.client = client;
    }

    /** Suppresses an address; if it is already suppressed, the first reason stays. */
    void insert(String address, String reason, Instant since) {
        client.sql("""
                insert into suppressed_address (address, reason, since) values (:address, :reason, :since)
                on conflict (address) do nothing
                """)
                .param("address", fold(address))
                .param("reason", reason)
                .param("since", SqlTime.of(since))
                .update();
    }

    boolean delete(String address) {
        return client.sql("delete from suppressed_address where address = :address")
                        .param("address", fold(address))
                        .update()
                > 0;
    }

    Optional<SuppressedAddress> find(String address) {
        return client.sql("select address, reason, since from suppressed_address where address = :address")
                .param("address", fold(address))
                .query((row, number) -> new SuppressedAddress(
                        row.getString("address"), row.getString("reason"), SqlTime.get(row, "since")))
                .optional();
    }

    List<SuppressedAddress> list() {
        return client.sql("select address, reason, since from suppressed_address order by address")
                .query((row, number) -> new SuppressedAddress(
                        row.getString("address"), row.getString("reason"), SqlTime.get(row, "since")))
                .list();
    }

    private static String fold(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
