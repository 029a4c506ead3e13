package dev.bellrope.app.intake.web;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.intake.HeardSignal;
import dev.bellrope.app.intake.Intake;
import dev.bellrope.app.intake.SignalFilter;
import dev.bellrope.app.intake.SignalRefused;
import dev.bellrope.app.intake.SignalState;
import dev.bellrope.app.web.Paging;
import dev.bellrope.app.web.ProblemError;
import dev.bellrope.app.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The API for stored signals: to view them, map them to an account, and retry them. */
@Tag(name = "Signals")
@RestController
@RequestMapping("/api/v1/signals")
class StoredSignalsApi implements IntakeProblems {
    private final Intake intake;

    StoredSignalsApi(Intake intake) {
        this.intake = intake;
    }

    /** The account that a signal is about. */
    @Schema(name = "SignalMapping")
    record AccountMappingBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String account) {}

    @Operation(operationId = "listSignals", summary = "Signals that were heard, the newest first, and what each did")
    @GetMapping
    Paging.ListPage<SignalJson> list(
            @Parameter(description = "handled, ignored, unmapped or failed") @RequestParam(defaultValue = "")
                    String state,
            @Parameter(description = "The source, whole", example = "alertmanager") @RequestParam(defaultValue = "")
                    String source,
            @Parameter(description = "An account's id") @RequestParam(defaultValue = "") String account,
            Paging paging,
            VisibleAccounts visible) {
        if (!state.isEmpty() && SignalState.find(state).isEmpty()) {
            throw ProblemException.badRequest(
                    "There is no state \"" + state + "\".",
                    ProblemError.in("state", "accepted: " + String.join(", ", SignalState.words())));
        }
        List<HeardSignal> rows = intake.list(
                new SignalFilter(SignalState.find(state), source, account, visible),
                paging.after().map(StoredSignalsApi::id),
                paging.rows());
        return paging.page(
                rows.stream().map(SignalJson::of).toList(), heard -> heard.id().toString());
    }

    private static UUID id(String after) {
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException none) {
            throw ProblemException.badRequest(
                    "The parameter after is wrong.",
                    ProblemError.in("after", "Accepted: a UUID, out of the link \"next\" of the page before."));
        }
    }

    @Operation(operationId = "getSignal", summary = "One signal, and what it did")
    @GetMapping("/{id}")
    SignalJson get(@PathVariable UUID id, VisibleAccounts visible) {
        return SignalJson.of(heard(id, visible));
    }

    @Operation(operationId = "mapSignal", summary = "Says which account a waiting signal is about; those alike follow")
    @PostMapping("/{id}/mapping")
    SignalJson map(@PathVariable UUID id, @RequestBody AccountMappingBody mapping, VisibleAccounts visible) {
        if (mapping.account() == null || mapping.account().isBlank()) {
            throw SignalRefused.at("/account", "The account is missing.");
        }
        return SignalJson.of(intake.map(heard(id, visible), mapping.account().strip(), visible));
    }

    @Operation(operationId = "retrySignal", summary = "Tries a signal that failed once more")
    @PostMapping("/{id}/retry")
    SignalJson retry(@PathVariable UUID id, VisibleAccounts visible) {
        return SignalJson.of(intake.retry(heard(id, visible)));
    }

    private HeardSignal heard(UUID id, VisibleAccounts visible) {
        return intake.find(id, visible)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no signal " + id + "."));
    }
}
