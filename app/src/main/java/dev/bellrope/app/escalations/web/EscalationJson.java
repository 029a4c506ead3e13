package dev.bellrope.app.escalations.web;

import dev.bellrope.app.escalations.acts.EscalationView;
import dev.bellrope.app.escalations.acts.NextAct;
import dev.bellrope.app.escalations.acts.NextSteps;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.CurrentPause;
import dev.bellrope.core.escalation.Duties;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Handoff;
import dev.bellrope.core.escalation.PlanStep;
import dev.bellrope.core.fact.Reason;
import dev.bellrope.core.playbook.IssueType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A complete escalation, as the API returns it. */
@Schema(name = "Escalation")
record EscalationJson(
        @Schema(example = "ESC-1042") String key,

        @Schema(description = "The number of the newest event; also the ETag", example = "17")
        long sequence,

        String account,
        String accountName,
        String title,
        String impactNote,

        @Schema(
                example = "active",
                allowableValues = {"requested", "declined", "active", "resolved", "watch", "closed", "merged"})
        String status,

        AssessmentJson assessment,
        String level,
        String highestLevel,
        String playbook,
        List<RoleHolderJson> people,

        @Schema(description = "Roles for which nobody was found")
        List<String> vacant,

        @Schema(description = "Ticket to whether it is done")
        Map<String, Boolean> tickets,

        List<PromiseJson> clocks,

        @Schema(description = "Target to how often it was missed on this level")
        Map<String, Integer> misses,

        @Nullable PauseJson pause,
        @Nullable Handoff handoff,
        List<PendingDecisionJson> decisionsWaiting,
        List<PlanStepJson> plan,
        String rootCause,
        String workaround,
        List<ExitJson> exitCriteria,
        Escalation.Timestamps times,

        @Schema(description = "What you may ask for now: addresses below this one")
        List<String> allowed,

        @Schema(description = "What is owed now, by whom and until when")
        List<ObligationJson> owed,

        @Schema(description = "What is best done next; absent if there is nothing")
        Optional<NextAct> nextAct,

        @Schema(description = "What happens by itself if nobody does anything, the next first")
        List<NextSteps.NextStep> next) {

    @Schema(name = "EscalationAssessment")
    record AssessmentJson(
            String trigger,

            @Schema(allowableValues = {"ticket", "account"}) String kind,

            String issueType,

            @Schema(description = "The outcome that defines resolved")
            String resolvedMeans,

            String impact,
            String urgency,

            @Schema(allowableValues = {"S1", "S2", "S3", "S4"})
            String severity,

            String tier,
            double score,

            @Schema(allowableValues = {"strategic", "key", "growth", "standard"})
            String band,

            String route,
            List<Reason> reasons) {}

    @Schema(name = "RoleHolder")
    record RoleHolderJson(String role, String person, String name) {}

    @Schema(name = "EscalationClock")
    record PromiseJson(
            String target,
            int cycle,

            @Schema(
                    example = "running",
                    allowableValues = {"running", "paused", "met", "missed", "stopped"})
            String status,

            boolean open,

            @Schema(description = "The time that was promised, in the calendar's hours", example = "14400")
            long budgetSeconds,

            @Schema(
                    description = "What is left of it, in the calendar's hours; negative when overdue",
                    example = "11400")
            long remainingSeconds,

            Instant started,
            @Nullable Instant due,
            @Schema(description = "What it is counted in") String calendar,
            boolean nonNegotiable,
            Optional<Instant> pausedAt,
            Optional<Instant> missedAt,
            Optional<Instant> stoppedAt) {}

    @Schema(name = "EscalationPause")
    record PauseJson(String reason, String note, Instant since) {}

    @Schema(name = "WaitingDecision")
    record PendingDecisionJson(
            String id, String question, List<String> options, String of, Instant since, boolean late) {}

    @Schema(name = "ValidatedStep")
    record PlanStepJson(
            String id,
            String text,
            String owner,
            @Nullable Instant due,
            String validation,

            @Schema(allowableValues = {"open", "passed", "failed"})
            String state,

            String evidence) {}

    @Schema(name = "EscalationDuty")
    record ObligationJson(
            @Schema(example = "keep-promise") String kind,

            @Schema(
                    description =
                            "The target, decision, step or exit criterion that it is about; empty where the kind says it all",
                    example = "acknowledge")
            String about,

            @Schema(description = "Ids of people, and duties or roles of which anybody may do it")
            List<String> by,

            @Nullable Instant due) {}

    @Schema(name = "ExitCriterion")
    record ExitJson(String name, String sentence, boolean holds, boolean waived, String missing) {}

    static EscalationJson of(EscalationView view) {
        Escalation e = view.state();
        CurrentPause pause = e.pause();
        return new EscalationJson(
                e.key(),
                view.sequence(),
                e.account(),
                e.accountName(),
                e.title(),
                e.impactNote(),
                e.status().word(),
                judged(view),
                e.level(),
                e.highestLevel(),
                e.playbook(),
                view.people().entrySet().stream()
                        .map(held -> new RoleHolderJson(held.getKey(), held.getValue(), view.name(held.getValue())))
                        .toList(),
                e.vacant().stream().sorted().toList(),
                e.tickets(),
                view.promises().stream().map(EscalationJson::promise).toList(),
                e.misses(),
                pause == null ? null : new PauseJson(pause.reason(), pause.note(), pause.since()),
                e.handoff(),
                e.questions().values().stream()
                        .map(question -> new PendingDecisionJson(
                                question.id(),
                                question.question(),
                                question.options(),
                                question.of(),
                                question.since(),
                                question.late()))
                        .toList(),
                e.plan().stream().map(EscalationJson::step).toList(),
                e.rootCause(),
                e.workaround(),
                view.criteria().stream()
                        .map(one ->
                                new ExitJson(one.name(), one.sentence(), one.isHolding(), one.waived(), one.missing()))
                        .toList(),
                e.times(),
                view.allowed(),
                Duties.of(e, view.playbook(), view.at()).stream()
                        .map(EscalationJson::owing)
                        .toList(),
                NextAct.inEnglish(view),
                view.next());
    }

    private static ObligationJson owing(Duties.Obligation owed) {
        return new ObligationJson(
                owed.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                owed.about(),
                owed.whom().stream().sorted().toList(),
                owed.due().orElse(null));
    }

    private static AssessmentJson judged(EscalationView view) {
        var judged = view.state().assessment();
        return new AssessmentJson(
                judged.trigger(),
                judged.kind().word(),
                judged.issueType(),
                view.playbook()
                        .findIssueType(judged.issueType())
                        .map(IssueType::resolvedMeans)
                        .orElse(""),
                judged.impact(),
                judged.urgency(),
                judged.severity().name(),
                judged.tier(),
                judged.score(),
                judged.band().word(),
                judged.route(),
                judged.reasons());
    }

    private static PromiseJson promise(EscalationView.PromiseView promise) {
        TargetClock clock = promise.clock();
        return new PromiseJson(
                clock.target(),
                clock.cycle(),
                clock.status().name().toLowerCase(Locale.ROOT),
                clock.isOpen(),
                clock.budget().toSeconds(),
                promise.remaining().toSeconds(),
                clock.started(),
                clock.isPaused() ? null : clock.due(),
                promise.hours(),
                clock.nonNegotiable(),
                Optional.ofNullable(clock.pausedAt()),
                Optional.ofNullable(clock.missedAt()),
                Optional.ofNullable(clock.stoppedAt()));
    }

    private static PlanStepJson step(PlanStep step) {
        return new PlanStepJson(
                step.id(),
                step.text(),
                step.owner(),
                step.due(),
                step.validation(),
                step.state().word(),
                step.evidence());
    }
}
