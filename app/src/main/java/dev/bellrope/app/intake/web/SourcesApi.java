package dev.bellrope.app.intake.web;

import dev.bellrope.app.intake.IntakeRules;
import dev.bellrope.app.intake.IntakeSecrets;
import java.time.Instant;
import java.util.List;
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

/** The rules of a source and the secret that it signs with. */
@RestController
class SourcesApi implements IntakeProblems {
    private static final String RULES = "/api/v1/intake-rules/{product}";
    private static final String SECRETS = "/api/v1/intake-secrets/{product}";

    private final Sources sources;
    private final IntakeRules rules;
    private final IntakeSecrets secrets;
    private final IntakeDoors doors;

    SourcesApi(Sources sources, IntakeRules rules, IntakeSecrets secrets, IntakeDoors doors) {
        this.sources = sources;
        this.rules = rules;
        this.secrets = secrets;
        this.doors = doors;
    }

    /** The rules of a source in their order. */
    record Rules(List<JsonNode> rules) {}

    /** A secret as it is given; its text does not show it. */
    record Secret(@Nullable String scheme, @Nullable String secret) {
        @Override
        public String toString() {
            return "Secret[" + scheme + "]";
        }
    }

    /** That a source signs, without its secret. */
    record Signing(String source, String scheme, Instant changedAt) {}

    @GetMapping({RULES, RULES + "/{name}"})
    Rules rules(@PathVariable String product, @PathVariable(required = false) @Nullable String name) {
        return new Rules(rules.list(sources.source(product, name)));
    }

    @PutMapping({RULES, RULES + "/{name}"})
    Rules replaceRules(
            @PathVariable String product,
            @PathVariable(required = false) @Nullable String name,
            @RequestBody JsonNode body) {
        doors.replaceRules(sources.source(product, name), body.path("rules"));
        return rules(product, name);
    }

    @GetMapping({SECRETS, SECRETS + "/{name}"})
    Signing signing(@PathVariable String product, @PathVariable(required = false) @Nullable String name) {
        String source = sources.source(product, name);
        return secrets.find(source)
                .map(kept -> new Signing(source, kept.scheme().word(), kept.changedAt()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, source + " does not sign."));
    }

    @PutMapping({SECRETS, SECRETS + "/{name}"})
    Signing setSecret(
            @PathVariable String product,
            @PathVariable(required = false) @Nullable String name,
            @RequestBody Secret given) {
        doors.setSecret(
                sources.source(product, name),
                Objects.requireNonNullElse(given.scheme(), ""),
                Objects.requireNonNullElse(given.secret(), ""));
        return signing(product, name);
    }

    @DeleteMapping({SECRETS, SECRETS + "/{name}"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSecret(@PathVariable String product, @PathVariable(required = false) @Nullable String name) {
        doors.removeSecret(sources.source(product, name));
    }
}
