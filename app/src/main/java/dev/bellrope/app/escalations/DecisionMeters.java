package dev.bellrope.app.escalations;

import dev.bellrope.core.escalation.EventNames;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts decisions once they are committed: by the kind of decision, and by the playbook trigger of the escalation. */
@Component
class DecisionMeters implements DecisionListener {
    private final MeterRegistry meters;

    DecisionMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void follow(List<DecisionRecord> decisions) {
        List<Counter> counters = decisions.stream().map(this::counter).toList();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                counters.forEach(Counter::increment);
            }
        });
    }

    private Counter counter(DecisionRecord decided) {
        return Counter.builder("bellrope.decisions")
                .description("Decisions on escalations")
                // The first event is what was decided; the others follow from it.
                .tag("event", EventNames.of(decided.happenings().getFirst().event()))
                .tag("trigger", decided.after().assessment().trigger())
                .register(meters);
    }
}
