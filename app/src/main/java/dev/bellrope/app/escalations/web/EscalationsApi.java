package dev.bellrope.app.escalations.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.PastEscalations;
import dev.bellrope.app.escalations.acts.ActRequests;
import dev.bellrope.app.escalations.acts.Declaration;
import dev.bellrope.app.escalations.acts.Declarations;
import dev.bellrope.app.escalations.acts.EscalationHistories;
import dev.bellrope.app.escalations.acts.EscalationViews;
import dev.bellrope.app.escalations.acts.TimelineEntry;
import dev.bellrope.app.escalations.store.CommandOutcome;
import dev.bellrope.app.escalations.store.EscalationFilter;
import dev.bellrope.app.escalations.store.EscalationRow;
import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.app.web.Paging;
import dev.bellrope.app.web.ProblemError;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.revision.EntityTags;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.escalation.journal.Journal;
import dev.bellrope.core.fact.Reason;
import dev.bellrope.core.playbook.Severity;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Escalations")
@RestController
@RequestMapping("/api/v1/escalations")
class EscalationsApi {
    private final Escalations escalations;
    private final PastEscalations past;
    private final EscalationHistories histories;
    private final ActRequests requests;
    private final Declarations declarations;
    private final EscalationViews views;

    EscalationsApi(
            Escalations escalations,
            PastEscalations past,
            EscalationHistories histories,
            ActRequests requests,
            Declarations declarations,
            EscalationViews views) {
        this.escalations = escalations;
        this.past = past;
        this.histories = histories;
        this.requests = requests;
        this.declarations = declarations;
        this.views = views;
    }

    @Operation(
            operationId = "declareEscalation",
            summary = "Declares an escalation, or asks for one that somebody must accept first",
            description = "How severe it is, is said by a severity, or by an impact and an urgency, whose severity the"
                    + " playbook knows. Whoever gives all three is refused unless they agree.")
    @ApiResponse(responseCode = "201", description = "It runs, or waits to be accepted", useReturnTypeSchema = true)
    @PostMapping
    ResponseEntity<EscalationJson> declare(
            @RequestBody Declaration declaration, CurrentUser who, VisibleAccounts visible) {
        CommandOutcome outcome = declarations.declare(declaration, who, visible);
        return ResponseEntity.created(
                        URI.create("/api/v1/escalations/" + outcome.state().key()))
                .eTag(EntityTags.tag(outcome.sequence()))
                .body(EscalationJson.of(views.of(outcome, who)));
    }

    @Operation(operationId = "listEscalations", summary = "Escalations, the newest first")
    @GetMapping
    Paging.ListPage<EscalationRow> list(
            @Parameter(description = "requested, declined, active, resolved, watch, closed or merged")
                    @RequestParam(defaultValue = "")
                    String status,
            @Parameter(description = "An account's id") @RequestParam(defaultValue = "") String account,
            @Parameter(description = "A person's id") @RequestParam(defaultValue = "") String owner,
            @Parameter(description = "S1 to S4") @RequestParam(defaultValue = "") String severity,
            @Parameter(description = "Whether those that are over are listed too") @RequestParam(defaultValue = "false")
                    boolean over,
            Paging paging,
            VisibleAccounts visible) {
        one("status", status, Arrays.stream(Status.values()).map(Status::word).toList());
        one(
                "severity",
                severity,
                Arrays.stream(Severity.values()).map(Enum::name).toList());
        boolean onlyOver = Arrays.stream(Status.values())
                .anyMatch(one -> one.isOver() && one.word().equals(status));
        EscalationFilter filter = new EscalationFilter(
                some(status), some(account), some(owner), some(severity), over || onlyOver, visible);
        long below = paging.after().map(key -> EntityTags.ofKey("ESC-", key)).orElse(Long.MAX_VALUE);
        List<EscalationRow> rows =
                onlyOver ? past.list(filter, below, paging.rows()) : escalations.list(filter, below, paging.rows());
        return paging.page(rows, EscalationRow::key);
    }

    @Operation(
            operationId = "getEscalation",
            summary = "One escalation: state, people, clocks, reasons, exit criteria, what is allowed, what comes next",
            description = "The ETag is the number of the newest event; send it as If-Match with an action, and you are"
                    + " told when somebody was faster.")
    @GetMapping("/{key}")
    ResponseEntity<EscalationJson> get(@PathVariable String key, CurrentUser who, VisibleAccounts visible) {
        CommandOutcome outcome = requests.get(key, visible);
        return ResponseEntity.ok()
                .eTag(EntityTags.tag(outcome.sequence()))
                .body(EscalationJson.of(views.of(outcome, who)));
    }

    /**
     * An entry of the timeline.
     *
     * @param type what happened, for programs; the type that webhooks get
     * @param what what happened in words for people, like {@code text} and {@code because}
     * @param visible whether the customer may read it
     * @param trace the id of its trace: the same from the signal to the message
     */
    @Schema(name = "TimelineLine")
    record TimelineLineJson(
            @Schema(example = "17") long sequence,
            Instant at,
            @Schema(example = "escalation.target-missed") String type,
            String actor,
            String actorName,
            @Schema(example = "missed") String what,
            String text,
            String because,
            List<Reason> reasons,
            boolean visible,

            @Schema(example = "4bf92f3577b34da6a3ce929d0e0e4736")
            String trace) {
        static TimelineLineJson of(RecordedEvent happening, Journal journal) {
            Journal.JournalLine line = journal.line(happening.event());
            return new TimelineLineJson(
                    happening.sequence(),
                    happening.at(),
                    happening.type(),
                    happening.actor(),
                    happening.actorName(),
                    line.what(),
                    line.text(),
                    line.because(),
                    line.reasons(),
                    Journal.isForCustomer(happening.event()),
                    TimelineEntry.trace(happening));
        }
    }

    @Operation(
            operationId = "getTimeline",
            summary = "What happened, in order, each in words with its reasons; times are told in your zone")
    @GetMapping("/{key}/timeline")
    Paging.ListPage<TimelineLineJson> timeline(
            @PathVariable String key, Paging paging, CurrentUser who, VisibleAccounts visible) {
        requests.get(key, visible);
        Journal journal = new Journal(who.zone(), requests::name);
        long after = paging.after().map(EntityTags::ofSequence).orElse(0L);
        List<TimelineLineJson> lines = histories.get(key, after).stream()
                .limit(paging.rows())
                .map(happening -> TimelineLineJson.of(happening, journal))
                .toList();
        return paging.page(lines, line -> String.valueOf(line.sequence()));
    }

    private static Optional<String> some(String given) {
        return given.isEmpty() ? Optional.empty() : Optional.of(given);
    }

    private static void one(String parameter, String given, List<String> accepted) {
        if (!given.isEmpty() && !accepted.contains(given)) {
            throw ProblemException.badRequest(
                    "There is no " + parameter + " \"" + given + "\".",
                    ProblemError.in(parameter, "accepted: " + String.join(", ", accepted)));
        }
    }
}
