package dev.bellrope.app.intake.web;

import dev.bellrope.app.intake.Arrival;
import dev.bellrope.app.intake.Intake;
import dev.bellrope.app.intake.JsonBodies;
import dev.bellrope.app.intake.SignalReceipt;
import dev.bellrope.app.intake.SignalRefused;
import dev.bellrope.app.intake.cloudevents.CloudEvents;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The API that accepts signals as CloudEvents. */
@Tag(name = "Signals")
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

    @Operation(
            operationId = "sendSignals",
            summary = "Takes a CloudEvent, or a batch of up to 1,000; each is kept once by its source and id",
            description =
                    "An event comes in one of the three modes of the HTTP binding of CloudEvents 1.0: structured, in a batch, or"
                            + " binary, with its attributes as `ce-*` headers and any other content type.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = EVENT, schema = @Schema(implementation = CloudEventBody.class)),
                                @Content(
                                        mediaType = BATCH,
                                        array = @ArraySchema(schema = @Schema(implementation = CloudEventBody.class)))
                            }),
            responses =
                    @ApiResponse(
                            responseCode = "202",
                            description = "Kept; what became of the event, or of each of a batch",
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = AnswerBody.class))))
    @PostMapping
    ResponseEntity<Object> hear(HttpServletRequest request) {
        Instant received = clock.instant();
        String type = RequestBody.type(request);
        CloudEvents.Headers headers = RequestBody.headers(request);
        byte[] body = RequestBody.read(request);
        String essence = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return switch (essence) {
            case EVENT ->
                single(() ->
                        CloudEvents.structured(JsonBodies.read(body), received).by(headers.trace()));
            case BATCH ->
                ResponseEntity.accepted()
                        .body(new SignalJson.Results(batch(JsonBodies.read(body), received, headers.trace())));
            default -> {
                if (!headers.announceEvent() || essence.startsWith("application/cloudevents")) {
                    throw SignalRefused.of(
                            SignalRefused.SignalRefusalReason.UNKNOWN_TYPE,
                            "Accepted are " + EVENT + ", " + BATCH
                                    + ", and any other content type with the event's attributes as ce-* headers.");
                }
                yield single(
                        () -> CloudEvents.binary(headers, type, body, received).by(headers.trace()));
            }
        };
    }

    /** An event as the API document describes it; {@link CloudEvents} reads it. */
    @Schema(name = "CloudEvent", description = "A CloudEvent 1.0; extensions are further members, in lower case")
    record CloudEventBody(
            @Schema(requiredMode = RequiredMode.REQUIRED, allowableValues = "1.0")
            String specversion,

            @Schema(requiredMode = RequiredMode.REQUIRED, example = "4711-opened")
            String id,

            @Schema(requiredMode = RequiredMode.REQUIRED, example = "helpdesk")
            String source,

            @Schema(requiredMode = RequiredMode.REQUIRED, example = "ticket.opened")
            String type,

            @Schema(description = "When it happened; absent: now", example = "2026-03-06T15:30:00Z")
            Instant time,

            @Schema(description = "The ticket that it is about", example = "4711")
            String subject,

            @Schema(
                    description = "The account's id, or what the source calls it; it may also stand in the data",
                    example = "acme")
            String account,

            @Schema(description = "What is known of it: facts that the playbook may ask for")
            Map<String, Object> data) {}

    /** Either answer, as the document describes it: where a document names two, few generated clients can tell which one came. */
    @Schema(name = "SignalAnswer", description = "What became of an event; of a batch there is nothing but `results`")
    record AnswerBody(
            @Schema(description = "Its place in the batch, from 0")
            int index,

            @Schema(description = "The source's own id of it", example = "4711-opened")
            String id,

            @Schema(allowableValues = {"accepted", "duplicate", "unmapped", "failed", "refused"})
            String status,

            @Schema(description = "What it did, or why it did nothing", example = "ESC-1001: open")
            String why,

            @Schema(description = "Where to look it up") UUID signal,

            @Schema(description = "The id by which everything that it causes is found")
            String trace,

            @Schema(description = "Of a batch: what became of each event, in their order")
            List<SignalJson.SignalResultJson> results) {}

    private ResponseEntity<Object> single(Supplier<Arrival> reading) {
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .body(SignalJson.SignalResultJson.of(0, intake.hear(reading.get())));
    }

    private List<SignalJson.SignalResultJson> batch(JsonNode events, Instant received, @Nullable String trace) {
        if (!events.isArray()) {
            throw SignalRefused.at("", "A batch is a JSON array of CloudEvents.");
        }
        if (events.size() > LARGEST_BATCH) {
            throw SignalRefused.at(
                    "", "A batch has at most " + LARGEST_BATCH + " events; these are " + events.size() + ".");
        }
        SignalJson.SignalResultJson[] results = new SignalJson.SignalResultJson[events.size()];
        List<Integer> indexes = new ArrayList<>();
        List<Arrival> arrivals = new ArrayList<>();
        for (int index = 0; index < events.size(); index++) {
            JsonNode event = events.get(index);
            try {
                arrivals.add(
                        intake.limit(CloudEvents.structured(event, received).by(trace)));
                indexes.add(index);
            } catch (SignalRefused refused) {
                results[index] = SignalJson.SignalResultJson.refused(index, JsonBodies.text(event, "/id"), refused);
            }
        }
        List<SignalReceipt> hearings = intake.hear(arrivals);
        for (int i = 0; i < hearings.size(); i++) {
            int index = indexes.get(i);
            results[index] = SignalJson.SignalResultJson.of(index, hearings.get(i));
        }
        return List.of(results);
    }
}
