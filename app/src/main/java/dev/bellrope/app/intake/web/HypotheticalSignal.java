package dev.bellrope.app.intake.web;

import dev.bellrope.app.foresight.WhyNot;
import dev.bellrope.app.intake.Intake;
import dev.bellrope.app.intake.JsonBodies;
import dev.bellrope.app.intake.SignalRefused;
import dev.bellrope.app.intake.cloudevents.CloudEvents;
import dev.bellrope.core.signal.Signal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** A CloudEvent that is only supposed: read and given its account as if it had come in, and asked about instead of kept. */
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
     * What would come of an event in the JSON format.
     *
     * @throws SignalRefused when the intake would not take it
     */
    WhyNot.WhyNotAnswer ask(String event) {
        Signal given = CloudEvents.structured(JsonBodies.read(event.getBytes(StandardCharsets.UTF_8)), clock.instant())
                .signal();
        return whyNot.of(intake.suppose(given));
    }
}
