package dev.bellrope.app.escalations;

import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.playbook.Playbook;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts decisions, once they hold: by what was decided, and by the trigger of the playbook that the escalation is there for. */
@Component
class DecisionMeters implements Following {
    private final MeterRegistry meters;

    DecisionMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void follow(Escalation after, List<Happening> happenings, List<Message> messages, Playbook playbook) {
        if (happenings.isEmpty()) {
            return;
        }
        Counter counter = Counter.builder("bellrope.decisions")
                .description("Decisions on escalations")
                // What a decision begins with is what was decided; the rest follows from it.
                .tag("event", EventNames.of(happenings.getFirst().event()))
                .tag("trigger", after.assessment().trigger())
                .register(meters);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                counter.increment();
            }
        });
    }
}
