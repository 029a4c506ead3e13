package dev.bellrope.app.intake.web;

import dev.bellrope.app.intake.Arrival;
import dev.bellrope.app.intake.Intake;
import dev.bellrope.app.intake.IntakeRules;
import dev.bellrope.app.intake.IntakeSecrets;
import dev.bellrope.app.intake.Json;
import dev.bellrope.app.intake.SignalRefused;
import dev.bellrope.app.intake.cloudevents.CloudEvents;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where products deliver their own bodies. */
@RestController
class WebhooksApi implements IntakeProblems {
    private final Sources sources;
    private final IntakeSecrets secrets;
    private final IntakeRules rules;
    private final Intake intake;
    private final Clock clock;

    WebhooksApi(Sources sources, IntakeSecrets secrets, IntakeRules rules, Intake intake, Clock clock) {
        this.sources = sources;
        this.secrets = secrets;
        this.rules = rules;
        this.intake = intake;
        this.clock = clock;
    }

    @PostMapping({"/api/v1/webhooks/{product}", "/api/v1/webhooks/{product}/{name}"})
    ResponseEntity<Object> hear(
            @PathVariable String product,
            @PathVariable(required = false) @Nullable String name,
            HttpServletRequest request) {
        String source = sources.source(product, name);
        byte[] body = RequestBody.read(request);
        CloudEvents.Headers headers = RequestBody.headers(request);
        secrets.verify(source, headers.all(), body);
        if (!RequestBody.type(request).toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw SignalRefused.of(SignalRefused.Reason.UNKNOWN_TYPE, "Accepted is application/json.");
        }
        List<Arrival> arrivals =
                rules.apply(source, sources.get(product).read(source, Json.read(body), clock.instant()));
        List<HeardJson.Result> results = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            results.add(hear(results.size(), arrival.by(headers.trace()), arrivals.size() == 1));
        }
        return ResponseEntity.accepted().body(Map.of("results", results));
    }

    private HeardJson.Result hear(int index, Arrival arrival, boolean alone) {
        try {
            return HeardJson.Result.of(index, intake.hear(arrival));
        } catch (SignalRefused refused) {
            if (alone) {
                throw refused;
            }
            return HeardJson.Result.refused(index, arrival.signal().id(), refused);
        }
    }
}
