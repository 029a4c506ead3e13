package dev.bellrope.app.intake.kafka;

import dev.bellrope.app.intake.Intake;
import dev.bellrope.app.intake.SignalRefused;
import dev.bellrope.app.web.Outage;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Takes one message: it is kept as a signal, or it is among the dead letters. */
@Component
class KafkaRecordProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaRecordProcessor.class);

    private final Intake intake;
    private final UnreadableMessages unreadable;
    private final Clock clock;

    KafkaRecordProcessor(Intake intake, UnreadableMessages unreadable, Clock clock) {
        this.intake = intake;
        this.unreadable = unreadable;
        this.clock = clock;
    }

    /** Nothing is wrong with the message, but it cannot be taken at present. */
    static final class DatabaseAway extends RuntimeException {
        DatabaseAway(RuntimeException cause) {
            super(cause);
        }
    }

    /**
     * Takes it.
     *
     * @throws DatabaseAway when the database or Kafka is away; nothing of it is kept, or it can be kept once more
     */
    void take(ConsumerRecord<byte[], byte[]> message, DeadLetterTopic deadLetters) {
        try {
            intake.hear(KafkaEvent.read(message, clock.instant()));
        } catch (SignalRefused refused) {
            bury(message, refused.why(), deadLetters);
        } catch (RuntimeException failed) {
            if (!isOfTheMessage(failed)) {
                throw new DatabaseAway(failed);
            }
            LOG.warn(
                    "Message {} of {}-{} cannot be kept",
                    message.offset(),
                    message.topic(),
                    message.partition(),
                    failed);
            bury(message, "It cannot be kept: " + failed.getMessage(), deadLetters);
        }
    }

    /** Whatever else the database says is about the database; a message that is to blame for it would be one in a million. */
    private static boolean isOfTheMessage(RuntimeException failed) {
        boolean ofTheDatabase = failed instanceof DataAccessException || failed instanceof TransactionException;
        return failed instanceof DataIntegrityViolationException || !(ofTheDatabase || Outage.caused(failed));
    }

    private void bury(ConsumerRecord<byte[], byte[]> message, String why, DeadLetterTopic deadLetters) {
        try {
            deadLetters.add(message, why);
            unreadable.keep(message, why);
        } catch (KafkaException | DataAccessException | TransactionException away) {
            throw new DatabaseAway(away);
        }
    }
}
