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

/** Messages of the topic of signals that cannot be read as one, for a person to see to. */
@Component
public class UnreadableMessages {
    /** Enough to recognise it by; the whole is in the dead-letter topic. */
    private static final int BEGINNING = 300;

    private final UnreadableMessageTable table;
    private final Clock clock;

    UnreadableMessages(UnreadableMessageTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Those that nobody has seen to, the newest first. */
    public List<UnreadableMessage> list(int limit) {
        return table.list(limit);
    }

    /** Somebody has seen to it. */
    public void dismiss(UUID id, String person) {
        table.dismiss(id, person, clock.instant());
    }

    /** How many those are; counting stops at that many. */
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
