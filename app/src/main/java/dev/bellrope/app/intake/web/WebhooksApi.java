package dev.bellrope.app.intake.web;

import dev.bellrope.app.intake.Arrival;
import dev.bellrope.app.intake.Intake;
import dev.bellrope.app.intake.IntakeRules;
import dev.bellrope.app.intake.IntakeSecrets;
import dev.bellrope.app.intake.JsonBodies;
import dev.bellrope.app.intake.SignalRefused;
import dev.bellrope.app.intake.cloudevents.CloudEvents;
import dev.bellrope.app.web.AnyQueryParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API to which products deliver webhooks in their own formats. */
@Tag(name = "Incoming webhooks")
@RestController
class WebhooksApi implements IntakeProblems {
    private final WebhookSources sources;
    private final IntakeSecrets secrets;
    private final IntakeRules rules;
    private final Intake intake;
    private final Clock clock;

    WebhooksApi(WebhookSources sources, IntakeSecrets secrets, IntakeRules rules, Intake intake, Clock clock) {
        this.sources = sources;
        this.secrets = secrets;
        this.rules = rules;
        this.intake = intake;
        this.clock = clock;
    }

    @Operation(
            operationId = "receiveWebhook",
            summary = "Takes what a product delivers, in its own format",
            description =
                    "The products are alertmanager, jira, pagerduty and statuspage; a name tells several senders of one product"
                            + " apart. What a delivery means is said by the intake rules of its product. A product whose deliveries are"
                            + " signed is refused without its signature, once its secret is set. Further query parameters are ignored.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            description = "What the product sends",
                            content = @Content(mediaType = "application/json", schema = @Schema(type = "object"))),
            responses =
                    @ApiResponse(
                            responseCode = "202",
                            description = "Kept; what became of each signal in it",
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = SignalJson.Results.class))))
    @AnyQueryParameters
    @PostMapping({"/api/v1/webhooks/{product}", "/api/v1/webhooks/{product}/{name}"})
    ResponseEntity<SignalJson.Results> hear(
            @PathVariable String product,
            @PathVariable(required = false) @Nullable String name,
            HttpServletRequest request) {
        String source = sources.source(product, name);
        byte[] body = RequestBody.read(request);
        CloudEvents.Headers headers = RequestBody.headers(request);
        secrets.verify(source, headers.all(), body);
        if (!RequestBody.type(request).toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw SignalRefused.of(SignalRefused.SignalRefusalReason.UNKNOWN_TYPE, "Accepted is application/json.");
        }
        List<Arrival> arrivals =
                rules.apply(source, sources.get(product).read(source, JsonBodies.read(body), clock.instant()));
        List<SignalJson.SignalResultJson> results = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            results.add(hear(results.size(), arrival.by(headers.trace()), arrivals.size() == 1));
        }
        return ResponseEntity.accepted().body(new SignalJson.Results(results));
    }

    private SignalJson.SignalResultJson hear(int index, Arrival arrival, boolean alone) {
        try {
            return SignalJson.SignalResultJson.of(index, intake.hear(arrival));
        } catch (SignalRefused refused) {
            if (alone) {
                throw refused;
            }
            return SignalJson.SignalResultJson.refused(index, arrival.signal().id(), refused);
        }
    }
}
