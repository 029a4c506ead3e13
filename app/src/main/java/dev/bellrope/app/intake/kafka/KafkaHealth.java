package dev.bellrope.app.intake.kafka;

import dev.bellrope.app.settings.Settings;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * The health of the Kafka connection, if Kafka is configured. A node without it is still ready, since everything else
 * works.
 */
@Component("kafka")
class KafkaHealth implements HealthIndicator {
    private final Settings settings;
    private final KafkaReadState reading;

    KafkaHealth(Settings settings, KafkaReadState reading) {
        this.settings = settings;
        this.reading = reading;
    }

    @Override
    public Health health() {
        if (settings.kafka().isEmpty()) {
            return Health.unknown().build();
        }
        return reading.isConnected() ? Health.up().build() : Health.down().build();
    }
}
