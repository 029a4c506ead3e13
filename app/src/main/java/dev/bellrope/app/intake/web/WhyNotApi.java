package dev.bellrope.app.intake.web;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.foresight.WhyNot;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.core.fact.Finding;
import dev.bellrope.core.playbook.Triage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The API that tells which triggers a signal would fire, and why the others would not. */
@Tag(name = "Playbook")
@RestController
@RequestMapping("/api/v1/what-if")
class WhyNotApi implements IntakeProblems {
    private final WhyNot whyNot;
    private final HypotheticalSignal supposed;

    WhyNotApi(WhyNot whyNot, HypotheticalSignal supposed) {
        this.whyNot = whyNot;
        this.supposed = supposed;
    }

    @Schema(name = "WhyNot")
    record WhyNotJson(
            @Schema(description = "The playbook in force", example = "baseline@3")
            String playbook,

            @Schema(description = "Empty while nobody knows which account the source means; the signal would wait")
            String account,

            @Schema(description = "Whether it happened so long ago that it starts nothing")
            boolean stale,

            @Schema(description = "What would be done, in words")
            List<String> does,

            List<HeldTriggerJson> triggers) {
        static WhyNotJson of(WhyNot.WhyNotAnswer answer) {
            return new WhyNotJson(
                    answer.playbook().version(),
                    answer.isMapped() ? answer.account().id() : "",
                    answer.isStale(),
                    answer.does(),
                    answer.tried().stream().map(HeldTriggerJson::of).toList());
        }
    }

    @Schema(name = "WhyNotTrigger")
    record HeldTriggerJson(
            String trigger,
            String because,

            @Schema(description = "Whether it listens to such a signal")
            boolean listens,

            boolean fires,

            @Schema(description = "All but one part of what it asks was there")
            boolean nearly,

            @Schema(description = "What its condition came to; absent where it asks for nothing further") @Nullable WhyNotPartJson condition) {
        static HeldTriggerJson of(Triage.TriedTrigger tried) {
            Finding finding = tried.finding();
            return new HeldTriggerJson(
                    tried.trigger().name(),
                    tried.trigger().because(),
                    tried.isHearing(),
                    tried.isFired(),
                    tried.isNear(),
                    finding == null ? null : WhyNotPartJson.of(finding));
        }
    }

    @Schema(name = "WhyNotPart")
    record WhyNotPartJson(
            @Schema(
                    description = "one condition, or all or any of its parts",
                    allowableValues = {"one", "all", "any"})
            String is,

            @Schema(allowableValues = {"holds", "fails", "unknown"})
            String truth,

            @Schema(description = "The condition as the playbook writes it")
            String source,

            @Schema(description = "The same in words") String words,
            @Schema(description = "The facts that it saw") Map<String, String> saw,

            @Schema(description = "Why it is not known whether it holds")
            String why,

            List<WhyNotPartJson> parts) {
        static WhyNotPartJson of(Finding finding) {
            String truth = finding.truth().name().toLowerCase(Locale.ROOT);
            return switch (finding) {
                case Finding.SimpleFinding one ->
                    new WhyNotPartJson("one", truth, one.source(), one.words(), one.saw(), one.why(), List.of());
                case Finding.AllFinding all -> joined("all", truth, all.findings());
                case Finding.AnyFinding any -> joined("any", truth, any.findings());
            };
        }

        private static WhyNotPartJson joined(String is, String truth, List<Finding> findings) {
            return new WhyNotPartJson(
                    is,
                    truth,
                    "",
                    "",
                    Map.of(),
                    "",
                    findings.stream().map(WhyNotPartJson::of).toList());
        }
    }

    @Operation(
            operationId = "explainSignal",
            summary =
                    "Which triggers a signal would fire, which nearly, and what was missing; judged as if it came in now, and not kept")
    @PostMapping(
            path = "/signals",
            consumes = {"application/cloudevents+json", MediaType.APPLICATION_JSON_VALUE})
    WhyNotJson signal(@RequestBody String event, VisibleAccounts visible) {
        return WhyNotJson.of(supposed.ask(event, visible));
    }

    @Operation(operationId = "explainTicketSignal", summary = "The same of something heard of a ticket that is watched")
    @PostMapping("/tickets/{ticket}")
    WhyNotJson ticket(
            @PathVariable String ticket,
            @RequestParam(defaultValue = "ticket.opened") String kind,
            @RequestParam(defaultValue = "") String promise,
            VisibleAccounts visible) {
        return whyNot.ofTicket(ticket, kind, promise, visible)
                .map(WhyNotJson::of)
                .orElseThrow(() -> ProblemException.notFound("No ticket " + ticket + " is watched."));
    }
}
