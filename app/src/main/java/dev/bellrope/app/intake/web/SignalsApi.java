package dev.bellrope.app.intake.web;

import dev.bellrope.app.intake.Arrival;
import dev.bellrope.app.intake.Hearing;
import dev.bellrope.app.intake.Intake;
import dev.bellrope.app.intake.Json;
import dev.bellrope.app.intake.SignalRefused;
import dev.bellrope.app.intake.cloudevents.CloudEvents;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Where signals come in as CloudEvents. */
@RestController
@RequestMapping("/api/v1/signals")
class SignalsApi implements IntakeProblems {
    private static final int LARGEST_BATCH = 1_000;
    private static final String EVENT = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";

    private final Intake intake;
    private final Clock clock;

    SignalsApi(Intake intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<Object> hear(HttpServletRequest request) {
        Instant received = clock.instant();
        String type = RequestBody.type(request);
        CloudEvents.Headers headers = RequestBody.headers(request);
        byte[] body = RequestBody.read(request);
        String essence = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return switch (essence) {
            case EVENT ->
                single(() -> CloudEvents.structured(Json.read(body), received).by(headers.trace()));
            case BATCH ->
                ResponseEntity.accepted().body(Map.of("results", batch(Json.read(body), received, headers.trace())));
            default -> {
                if (!headers.announceEvent() || essence.startsWith("application/cloudevents")) {
                    throw SignalRefused.of(
                            SignalRefused.Reason.UNKNOWN_TYPE,
                            "Accepted are " + EVENT + ", " + BATCH
                                    + ", and any other content type with the event's attributes as ce-* headers.");
                }
                yield single(
                        () -> CloudEvents.binary(headers, type, body, received).by(headers.trace()));
            }
        };
    }

    private ResponseEntity<Object> single(Supplier<Arrival> reading) {
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(HeardJson.Result.of(0, intake.hear(reading.get())));
    }

    private List<HeardJson.Result> batch(JsonNode events, Instant received, @Nullable String trace) {
        if (!events.isArray()) {
            throw SignalRefused.at("", "A batch is a JSON array of CloudEvents.");
        }
        if (events.size() > LARGEST_BATCH) {
            throw SignalRefused.at(
                    "", "A batch has at most " + LARGEST_BATCH + " events; these are " + events.size() + ".");
        }
        HeardJson.Result[] results = new HeardJson.Result[events.size()];
        List<Integer> indexes = new ArrayList<>();
        List<Arrival> arrivals = new ArrayList<>();
        for (int index = 0; index < events.size(); index++) {
            JsonNode event = events.get(index);
            try {
                arrivals.add(
                        intake.limit(CloudEvents.structured(event, received).by(trace)));
                indexes.add(index);
            } catch (SignalRefused refused) {
                results[index] = HeardJson.Result.refused(index, Json.text(event, "/id"), refused);
            }
        }
        List<Hearing> hearings = intake.hear(arrivals);
        for (int i = 0; i < hearings.size(); i++) {
            int index = indexes.get(i);
            results[index] = HeardJson.Result.of(index, hearings.get(i));
        }
        return List.of(results);
    }
}
