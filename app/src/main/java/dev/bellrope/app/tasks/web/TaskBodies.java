package dev.bellrope.app.tasks.web;

import static java.util.Objects.requireNonNullElse;

import dev.bellrope.app.web.ProblemError;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.task.TaskDue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request bodies of tasks. */
final class TaskBodies {
    private TaskBodies() {}

    @Schema(name = "TaskAbout", description = "What it is about; absent: its title says all")
    record AboutBody(
            @Schema(
                    allowableValues = {"escalation", "account"},
                    example = "escalation")
            @Nullable String kind,

            @Schema(description = "The escalation's key or the account's id", example = "ESC-1042") @Nullable String key) {}

    @Schema(name = "NewTask")
    record NewTask(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Write down why the failover did not work")
            @Nullable String title,

            @Schema(description = "What else there is to say") @Nullable String note,

            @Nullable AboutBody about,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "The id of the person who owes it",
                    example = "ana")
            @Nullable String owner,

            @Schema(description = "By when, as an instant; or within", example = "2026-03-13T16:00:00Z") @Nullable Instant due,

            @Schema(description = "By when, as time of the calendar, as the playbook writes it; or due", example = "5d")
            @Nullable String within,

            @Schema(description = "A calendar of the playbook; absent: round the clock", example = "always") @Nullable String calendar,

            @Schema(
                    description =
                            "The share of its time, in percent, at which its owner is warned; 0: never. 50 unless given",
                    example = "50")
            @Nullable Integer warn,

            @Schema(
                    description =
                            "Whom it goes to once it is missed, one after another: ids of people, or duties. The duty escalation-manager unless given",
                    example = "[\"escalation-manager\"]")
            @Nullable List<String> climbsTo,

            @Schema(
                    description =
                            "How long each of them has before it goes on, as time of the calendar. 1d unless given",
                    example = "1d")
            @Nullable String climbsEvery) {}

    @Schema(name = "TaskCompletion")
    record CompletionBody(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "What shows that it is done",
                    example = "Written down in the wiki, page 4711")
            @Nullable String evidence) {}

    @Schema(name = "TaskAssignment")
    record AssignmentBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The id of a person", example = "ben")
            @Nullable String person,

            @Nullable String reason) {}

    @Schema(name = "TaskReason")
    record ReasonBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "The customer has left us") @Nullable String reason) {}

    @Schema(name = "TaskDueDate")
    record DueBody(
            @Schema(description = "As an instant; or within", example = "2026-03-13T16:00:00Z") @Nullable Instant due,

            @Schema(description = "As time of the calendar; or due", example = "5d") @Nullable String within,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Ana is ill") @Nullable String reason) {}

    static String text(@Nullable String given) {
        return requireNonNullElse(given, "");
    }

    /** Returns when a task is due; a caller gives either an instant or a length of time. */
    static TaskDue due(@Nullable Instant due, @Nullable String within) {
        if ((due == null) == (within == null || within.isBlank())) {
            throw ProblemException.unprocessable(
                    "By when it is owed must be said once: as an instant or as a length of time.",
                    ProblemError.at("/due", "accepted: an instant such as 2026-03-13T16:00:00Z"),
                    ProblemError.at("/within", "accepted: a length of time such as 5d or 4h, without due"));
        }
        return due == null ? new TaskDue.DueWithin(span("within", text(within))) : new TaskDue.DueAt(due);
    }

    static Span span(String field, String given) {
        try {
            return Span.parse(given);
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.unprocessable(
                    ProblemException.sentence(String.valueOf(wrong.getMessage())),
                    ProblemError.at("/" + field, String.valueOf(wrong.getMessage())));
        }
    }
}
