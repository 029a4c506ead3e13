package dev.bellrope.app.intake.kafka;

import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;
import org.springframework.stereotype.Component;

/** The state of this node's Kafka consumer, for other threads to look at. */
@Component
class KafkaReadState {
    private volatile Optional<Metric> connections = Optional.empty();
    private volatile long behind;

    void begins(Consumer<?, ?> consumer) {
        connections = consumer.metrics().entrySet().stream()
                .filter(one -> one.getKey().name().equals("connection-count")
                        && one.getKey().group().equals("consumer-metrics"))
                .<Metric>map(one -> one.getValue())
                .findFirst();
    }

    void look(Consumer<?, ?> consumer) {
        behind = consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    void ends() {
        connections = Optional.empty();
        behind = 0;
    }

    /** Returns how many messages wait for this node. */
    long behind() {
        return behind;
    }

    /** Whether any Kafka broker is connected. */
    boolean isConnected() {
        return connections
                .filter(one -> one.metricValue() instanceof Double number && number > 0)
                .isPresent();
    }
}
