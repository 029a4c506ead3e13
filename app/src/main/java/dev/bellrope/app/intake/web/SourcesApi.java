package dev.bellrope.app.intake.web;

import dev.bellrope.app.intake.IntakeRules;
import dev.bellrope.app.intake.IntakeSecrets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The API for the rules of a source and the secret that it signs with. */
@Tag(name = "Incoming webhooks")
@RestController
class SourcesApi implements IntakeProblems {
    private static final String RULES = "/api/v1/intake-rules/{product}";
    private static final String SECRETS = "/api/v1/intake-secrets/{product}";

    private final WebhookSources sources;
    private final IntakeRules rules;
    private final IntakeSecrets secrets;
    private final SourceAdministration doors;

    SourcesApi(WebhookSources sources, IntakeRules rules, IntakeSecrets secrets, SourceAdministration doors) {
        this.sources = sources;
        this.rules = rules;
        this.secrets = secrets;
        this.doors = doors;
    }

    /** The rules of a source, in their order. */
    @Schema(
            name = "IntakeRules",
            description = "The rules of a source, at most 200; each that fits says something, in their order")
    record SourceRulesBody(
            @ArraySchema(schema = @Schema(implementation = RuleBody.class))
            List<JsonNode> rules) {}

    /** A rule as the API document describes it; it is stored as given. */
    @Schema(
            name = "IntakeRule",
            description = "What a delivery means, if all conditions hold; it sets at least one of account,"
                    + " accountFrom, kind and data")
    record RuleBody(
            @Schema(description = "The kind of signal that it is about; absent: any", example = "alert.firing")
            String heard,

            @Schema(description = "What must hold; absent: nothing")
            List<ConditionBody> when,

            @Schema(description = "The id or alias of the account", example = "acme")
            String account,

            @Schema(description = "Or the JSON pointer to where the delivery names it", example = "/labels/customer")
            String accountFrom,

            @Schema(description = "The kind of signal that it becomes", example = "outage")
            String kind,

            @Schema(description = "Facts that it adds") Map<String, Object> data) {}

    /** A condition of a rule, as the API document describes it. */
    @Schema(
            name = "IntakeCondition",
            description = "What must hold at a place of the delivery: one of is, matches and present")
    record ConditionBody(
            @Schema(
                    description = "A JSON pointer",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "/labels/severity")
            String at,

            @Schema(description = "The value, of the same type", example = "critical")
            Object is,

            @Schema(description = "A text or number with a part that fits this regular expression (RE2)")
            String matches,

            @Schema(description = "Whether there is anything")
            Boolean present) {}

    /** Rules as given; what is wrong inside of them is told by their own reader. */
    record GivenRules(@Nullable JsonNode rules) {}

    /** A secret as given; its {@code toString} does not show it. */
    @Schema(name = "IntakeSecret")
    record Secret(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"hub", "pagerduty", "standard-webhooks"})
            @Nullable String scheme,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "What both sides know; never shown again")
            @Nullable String secret) {
        @Override
        public String toString() {
            return "Secret[" + scheme + "]";
        }
    }

    /** How a source signs, without its secret. */
    @Schema(name = "IntakeSigning")
    record SigningJson(String source, String scheme, Instant changedAt) {}

    @Operation(operationId = "getIntakeRules", summary = "The rules that say what deliveries of a product mean")
    @GetMapping({RULES, RULES + "/{name}"})
    SourceRulesBody rules(@PathVariable String product, @PathVariable(required = false) @Nullable String name) {
        return new SourceRulesBody(rules.list(sources.source(product, name)));
    }

    @Operation(
            operationId = "replaceIntakeRules",
            summary = "Replaces the rules of a product",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = SourceRulesBody.class))))
    @PutMapping({RULES, RULES + "/{name}"})
    SourceRulesBody replaceRules(
            @PathVariable String product,
            @PathVariable(required = false) @Nullable String name,
            @RequestBody GivenRules given) {
        doors.replaceRules(
                sources.source(product, name), given.rules() == null ? MissingNode.getInstance() : given.rules());
        return rules(product, name);
    }

    @Operation(operationId = "getIntakeSecret", summary = "How a product signs its deliveries, without the secret")
    @GetMapping({SECRETS, SECRETS + "/{name}"})
    SigningJson signing(@PathVariable String product, @PathVariable(required = false) @Nullable String name) {
        String source = sources.source(product, name);
        return secrets.find(source)
                .map(kept -> new SigningJson(source, kept.scheme().word(), kept.changedAt()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, source + " does not sign."));
    }

    @Operation(
            operationId = "setIntakeSecret",
            summary =
                    "Sets the secret that a product signs its deliveries with; unsigned ones are refused from then on")
    @PutMapping({SECRETS, SECRETS + "/{name}"})
    SigningJson setSecret(
            @PathVariable String product,
            @PathVariable(required = false) @Nullable String name,
            @RequestBody Secret given) {
        doors.setSecret(
                sources.source(product, name),
                Objects.requireNonNullElse(given.scheme(), ""),
                Objects.requireNonNullElse(given.secret(), ""));
        return signing(product, name);
    }

    @Operation(operationId = "removeIntakeSecret", summary = "A product does not sign its deliveries any more")
    @DeleteMapping({SECRETS, SECRETS + "/{name}"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSecret(@PathVariable String product, @PathVariable(required = false) @Nullable String name) {
        doors.removeSecret(sources.source(product, name));
    }
}
