package dev.bellrope.app.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.SettableClock;
import dev.bellrope.app.database.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OutboxMetersTest {
    private final SettableClock clock = SettableClock.at("2026-03-06T15:30:00Z");
    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient client = database.client();
    private final MeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void bind() {
        new OutboxMeters(client, clock).bindTo(meters);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void anEmptyOutboxIsAllZeros() {
        for (String name : new String[] {"due", "oldest.due", "retrying", "held", "dead"}) {
            assertThat(figure(name, "mail")).as(name).isZero();
            assertThat(figure(name, "webhook")).as(name).isZero();
        }
    }

    @Test
    void eachChannelTellsWhatIsDueForHowLongAndWhatFailed() {
        mail("waiting", Duration.ofSeconds(90), 0);
        mail("waiting", Duration.ofSeconds(30), 2);
        mail("waiting", Duration.ofMinutes(-5), 1);
        mail("sent", Duration.ofHours(3), 4);
        mail("held", Duration.ofHours(3), 0);
        mail("dead", Duration.ofHours(3), 9);
        assertThat(figure("due", "mail")).isEqualTo(2);
        assertThat(figure("oldest.due", "mail")).isEqualTo(90);
        assertThat(figure("retrying", "mail")).isEqualTo(2);
        assertThat(figure("held", "mail")).isEqualTo(1);
        assertThat(figure("dead", "mail")).isEqualTo(1);

        delivery("waiting", Duration.ofSeconds(7), 1);
        delivery("dead", Duration.ofHours(3), 10);
        delivery("discarded", Duration.ofHours(3), 10);
        assertThat(figure("due", "webhook")).as("asked a moment ago").isZero();
        clock.advance(Duration.ofSeconds(5));
        assertThat(figure("due", "webhook")).isEqualTo(1);
        assertThat(figure("oldest.due", "webhook")).isEqualTo(12);
        assertThat(figure("retrying", "webhook")).isEqualTo(1);
        assertThat(figure("dead", "webhook")).isEqualTo(1);
    }

    private double figure(String name, String channel) {
        return meters.get("bellrope.outbox." + name)
                .tag("channel", channel)
                .gauge()
                .value();
    }

    private void mail(String state, Duration dueSince, int attempts) {
        client.sql("""
                insert into outbox (message_id, dedupe, escalation_key, recipient, channel, template, same_as, severity, subject,
                    body, because, rails, arose_at, due_at, expires_at, state, attempts)
                values (:id, :id, 'ESC-1', 'person:ana', 'email', 'missed', 'x', 'S1', '', '', '', '{}', :due, :due, :due, :state,
                    :attempts)
                """)
                .param("id", UUID.randomUUID())
                .param("due", clock.instant().minus(dueSince).atOffset(ZoneOffset.UTC))
                .param("state", state)
                .param("attempts", attempts)
                .update();
    }

    private void delivery(String state, Duration dueSince, int attempts) {
        UUID subscription = UUID.randomUUID();
        client.sql("""
                insert into webhook_subscription (subscription_id, url, secret, kinds, created_by, created_at)
                values (:id, 'https://example.com', '', '{}', 'ana', :at)
                """)
                .param("id", subscription)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        client.sql("""
                insert into webhook_delivery (delivery_id, subscription_id, kind, escalation_key, body, arose_at, due_at, state,
                    attempts)
                values (:id, :subscription, 'x', 'ESC-1', '{}', :due, :due, :state, :attempts)
                """)
                .param("id", UUID.randomUUID())
                .param("subscription", subscription)
                .param("due", clock.instant().minus(dueSince).atOffset(ZoneOffset.UTC))
                .param("state", state)
                .param("attempts", attempts)
                .update();
    }
}
