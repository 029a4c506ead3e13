package dev.bellrope.app.intake.web;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.foresight.WhyNot;
import dev.bellrope.app.intake.Intake;
import dev.bellrope.app.intake.JsonBodies;
import dev.bellrope.app.intake.SignalRefused;
import dev.bellrope.app.intake.cloudevents.CloudEvents;
import dev.bellrope.core.signal.Signal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Answers what a hypothetical CloudEvent would cause: it is read and mapped to its account as if it had come in, but
 * not stored.
 */
@Component
class HypotheticalSignal {
    private final Intake intake;
    private final WhyNot whyNot;
    private final Clock clock;

    HypotheticalSignal(Intake intake, WhyNot whyNot, Clock clock) {
        this.intake = intake;
        this.whyNot = whyNot;
        this.clock = clock;
    }

    /**
     * Returns what an event in the JSON format would cause.
     *
     * @throws SignalRefused when the intake would refuse it
     */
    WhyNot.WhyNotAnswer ask(String event, VisibleAccounts visible) {
        Signal given = CloudEvents.structured(JsonBodies.read(event.getBytes(StandardCharsets.UTF_8)), clock.instant())
                .signal();
        return whyNot.of(intake.suppose(given, visible));
    }
}
