package dev.bellrope.app.intake.kafka;

import dev.bellrope.app.web.UuidV7;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Messages of the signal topic that cannot be read as signals, for a person to look at. */
@Component
public class UnreadableMessages {
    /** Enough to recognise a message by; the dead-letter topic has the whole. */
    private static final int BEGINNING = 300;

    private final UnreadableMessageTable table;
    private final Clock clock;

    UnreadableMessages(UnreadableMessageTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Lists the messages that nobody has dismissed, the newest first. */
    public List<UnreadableMessage> list(int limit) {
        return table.list(limit);
    }

    /** Dismisses a message that a person has dealt with. */
    public void dismiss(UUID id, String person) {
        table.dismiss(id, person, clock.instant());
    }

    /** Counts the messages that nobody has dismissed, up to {@code enough}. */
    long count(int enough) {
        return table.count(enough);
    }

    void keep(ConsumerRecord<byte[], byte[]> message, String why) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        table.insert(new UnreadableMessage(
                UuidV7.inOrder(now),
                message.topic(),
                message.partition(),
                message.offset(),
                Instant.ofEpochMilli(Math.max(0, message.timestamp())),
                beginning(message.key()),
                beginning(message.value()),
                why.replace('\0', ' '),
                now));
    }

    private static String beginning(byte @Nullable [] bytes) {
        if (bytes == null) {
            return "";
        }
        int length = Math.min(bytes.length, BEGINNING);
        return new String(bytes, 0, length, StandardCharsets.UTF_8).replace('\0', ' ');
    }
}
