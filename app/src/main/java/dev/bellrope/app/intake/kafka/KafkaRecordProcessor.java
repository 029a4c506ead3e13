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

/** Processes a message: stores it as a signal, or sends it to the dead letters. */
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

    /** Thrown when a message cannot be processed at present, although nothing is wrong with it. */
    static final class DatabaseAway extends RuntimeException {
        DatabaseAway(RuntimeException cause) {
            super(cause);
        }
    }

    /**
     * Processes a message.
     *
     * @throws DatabaseAway when the database or Kafka is unavailable; nothing of the message is stored, or it can
     *     safely be stored once more
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
                    "Message {} of {}-{} cannot be stored",
                    message.offset(),
                    message.topic(),
                    message.partition(),
                    failed);
            bury(message, "It cannot be kept: " + failed.getMessage(), deadLetters);
        }
    }

    /**
     * Whether the message itself is to blame. Apart from violated constraints, errors of the database are taken to be
     * about the database: a message that causes one would be extremely rare.
     */
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
