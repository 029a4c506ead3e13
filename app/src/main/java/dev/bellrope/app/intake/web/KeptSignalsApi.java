package dev.bellrope.app.intake.web;

import dev.bellrope.app.intake.HeardSignal;
import dev.bellrope.app.intake.Intake;
import dev.bellrope.app.intake.SignalRefused;
import dev.bellrope.app.intake.SignalState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The signals that are kept: to look at, to map to an account, to try again. */
@RestController
@RequestMapping("/api/v1/signals")
class KeptSignalsApi implements IntakeProblems {
    private static final int MOST = 200;

    private final Intake intake;

    KeptSignalsApi(Intake intake) {
        this.intake = intake;
    }

    /** Part of the list, the newest first, and the id after which it goes on. */
    record Page(List<HeardJson> items, Optional<String> next) {}

    /** The account that a signal is about. */
    record Mapping(@Nullable String account) {}

    @GetMapping
    Page list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam Optional<UUID> after,
            @RequestParam(defaultValue = "50") int limit) {
        if (!state.isEmpty() && SignalState.find(state).isEmpty()) {
            throw SignalRefused.at(
                    "", "There is no state " + state + ". Accepted: " + String.join(", ", SignalState.words()) + ".");
        }
        if (limit < 1 || limit > MOST) {
            throw SignalRefused.at("", "The limit is from 1 to " + MOST + ".");
        }
        List<HeardSignal> rows = intake.list(SignalState.find(state), after, limit + 1);
        List<HeardSignal> items = rows.size() > limit ? rows.subList(0, limit) : rows;
        Optional<String> next = rows.size() > limit
                ? Optional.of("/api/v1/signals?" + (state.isEmpty() ? "" : "state=" + state + "&") + "after="
                        + items.getLast().id() + "&limit=" + limit)
                : Optional.empty();
        return new Page(items.stream().map(HeardJson::of).toList(), next);
    }

    @GetMapping("/{id}")
    HeardJson get(@PathVariable UUID id) {
        return HeardJson.of(heard(id));
    }

    @PostMapping("/{id}/mapping")
    HeardJson map(@PathVariable UUID id, @RequestBody Mapping mapping) {
        if (mapping.account() == null || mapping.account().isBlank()) {
            throw SignalRefused.at("/account", "The account is missing.");
        }
        return HeardJson.of(intake.map(heard(id), mapping.account().strip()));
    }

    @PostMapping("/{id}/retry")
    ResponseEntity<HeardJson> retry(@PathVariable UUID id) {
        return ResponseEntity.ok(HeardJson.of(intake.retry(heard(id))));
    }

    private HeardSignal heard(UUID id) {
        return intake.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no signal " + id + "."));
    }
}
