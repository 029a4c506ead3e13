package dev.bellrope.app.tasks.web;

import static java.util.Objects.requireNonNullElse;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.tasks.TaskFilter;
import dev.bellrope.app.tasks.TaskHappening;
import dev.bellrope.app.tasks.Tasks;
import dev.bellrope.app.web.Paging;
import dev.bellrope.app.web.ProblemError;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.revision.EntityTags;
import dev.bellrope.core.task.TaskCommand;
import dev.bellrope.core.task.TaskDue;
import dev.bellrope.core.task.TaskStatus;
import dev.bellrope.core.task.TaskTopic;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Tasks")
@RestController
@RequestMapping("/api/v1/tasks")
class TasksApi {
    private static final String USUAL_CLIMB = "escalation-manager";
    private static final String IF_MATCH = "The ETag that you have seen; 409 says what happened since, if anything did";

    private final Tasks tasks;
    private final TaskActs acts;
    private final Directory directory;

    TasksApi(Tasks tasks, TaskActs acts, Directory directory) {
        this.tasks = tasks;
        this.acts = acts;
        this.directory = directory;
    }

    @Operation(operationId = "openTask", summary = "Opens a task: what somebody owes by a date")
    @ApiResponse(responseCode = "201", description = "It is owed", useReturnTypeSchema = true)
    @PostMapping
    ResponseEntity<TaskAnswer> open(@RequestBody TaskBodies.NewTask body, CurrentUser who, VisibleAccounts visible) {
        TaskBodies.AboutBody about = body.about();
        TaskTopic topic = about == null
                ? TaskTopic.NONE
                : acts.topic(TaskBodies.text(about.kind()), TaskBodies.text(about.key()), visible);
        TaskDue due = TaskBodies.due(body.due(), body.within());
        TaskView task = acts.open(
                who,
                key -> new TaskCommand.OpenTask(
                        key,
                        "",
                        TaskBodies.text(body.title()),
                        TaskBodies.text(body.note()),
                        topic,
                        TaskBodies.text(body.owner()),
                        due,
                        TaskBodies.text(body.calendar()),
                        requireNonNullElse(body.warn(), 50),
                        requireNonNullElse(body.climbsTo(), List.of(USUAL_CLIMB)),
                        TaskBodies.span("climbsEvery", requireNonNullElse(body.climbsEvery(), "1d"))));
        return ResponseEntity.created(URI.create("/api/v1/tasks/" + task.state().key()))
                .eTag(EntityTags.tag(task.sequence()))
                .body(TaskAnswer.of(task));
    }

    @Operation(operationId = "listTasks", summary = "Tasks, the newest first")
    @GetMapping
    Paging.ListPage<TaskAnswer> list(
            @Parameter(description = "open, done or cancelled") @RequestParam(defaultValue = "") String status,
            @Parameter(description = "A person's id") @RequestParam(defaultValue = "") String owner,
            @Parameter(description = "An escalation's key") @RequestParam(defaultValue = "") String escalation,
            @Parameter(description = "An account's id") @RequestParam(defaultValue = "") String account,
            @Parameter(description = "Whether only those are listed that were not done by their date")
                    @RequestParam(defaultValue = "false")
                    boolean missed,
            Paging paging,
            CurrentUser who,
            VisibleAccounts visible) {
        if (!status.isEmpty() && TaskStatus.find(status).isEmpty()) {
            throw ProblemException.badRequest(
                    "There is no status \"" + status + "\". Accepted: open, done, cancelled.",
                    ProblemError.in("status", "accepted: open, done, cancelled"));
        }
        if (!escalation.isEmpty() && !account.isEmpty()) {
            throw ProblemException.badRequest(
                    "A task is about an escalation or an account, not both.",
                    ProblemError.in("account", "accepted: nothing, where an escalation is given"));
        }
        String kind = !escalation.isEmpty() ? TaskTopic.ESCALATION : !account.isEmpty() ? TaskTopic.ACCOUNT : "";
        TaskFilter filter = new TaskFilter(some(status), some(owner), some(kind), some(escalation + account), missed);
        long below = paging.after().map(key -> EntityTags.ofKey("TASK-", key)).orElse(Long.MAX_VALUE);
        return paging.page(
                acts.views(tasks.list(filter, visible, below, paging.rows()), who).stream()
                        .map(TaskAnswer::of)
                        .toList(),
                TaskAnswer::key);
    }

    @Operation(
            operationId = "getTask",
            summary = "One task",
            description = "The ETag is the number of the newest event; send it as If-Match with an action, and you are"
                    + " told when somebody was faster.")
    @GetMapping("/{key}")
    ResponseEntity<TaskAnswer> get(@PathVariable String key, CurrentUser who, VisibleAccounts visible) {
        return answer(acts.get(key, who, visible));
    }

    /**
     * An event of a task.
     *
     * @param type what happened, for programs
     * @param what the same without what all types share
     * @param text the whole event in words, for people
     * @param because the reason or the evidence that was given; may be empty
     * @param details the event's own fields
     */
    @Schema(name = "TaskTimelineLine")
    record TaskEventJson(
            @Schema(example = "4") long sequence,
            Instant at,
            @Schema(example = "task.missed") String type,
            String actor,
            String actorName,
            @Schema(example = "missed") String what,

            @Schema(example = "missed: was due Fri 13 Mar 16:00 UTC")
            String text,

            String because,

            @Schema(example = "{\"due\": \"2026-03-13T16:00:00Z\"}")
            Map<String, Object> details) {
        static TaskEventJson of(TaskHappening happening, TaskWords words) {
            TaskLine line = words.line(happening);
            return new TaskEventJson(
                    happening.sequence(),
                    happening.at(),
                    happening.type(),
                    happening.actor(),
                    happening.actorName(),
                    happening.name(),
                    line.text(),
                    line.because(),
                    happening.details());
        }
    }

    @Operation(
            operationId = "getTaskTimeline",
            summary = "What happened to a task, in order, each in words; times are told in your zone")
    @GetMapping("/{key}/timeline")
    Paging.ListPage<TaskEventJson> timeline(
            @PathVariable String key, Paging paging, CurrentUser who, VisibleAccounts visible) {
        acts.get(key, who, visible);
        TaskWords words = TaskWords.english(who.zone(), directory.names());
        long after = paging.after().map(EntityTags::ofSequence).orElse(0L);
        return paging.page(
                tasks.history(key, after).stream()
                        .limit(paging.rows())
                        .map(happening -> TaskEventJson.of(happening, words))
                        .toList(),
                line -> String.valueOf(line.sequence()));
    }

    @Operation(operationId = "completeTask", summary = "Says that it is done, and what shows it")
    @PostMapping("/{key}/completion")
    ResponseEntity<TaskAnswer> complete(
            @PathVariable String key,
            @RequestBody TaskBodies.CompletionBody body,
            @Parameter(description = IF_MATCH, example = "\"3\"")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch,
            CurrentUser who,
            VisibleAccounts visible) {
        return act(key, ifMatch, who, visible, new TaskCommand.CompleteTask(TaskBodies.text(body.evidence())));
    }

    @Operation(operationId = "assignTask", summary = "Gives it to somebody else")
    @PostMapping("/{key}/assignment")
    ResponseEntity<TaskAnswer> assign(
            @PathVariable String key,
            @RequestBody TaskBodies.AssignmentBody body,
            @Parameter(description = IF_MATCH, example = "\"3\"")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch,
            CurrentUser who,
            VisibleAccounts visible) {
        return act(
                key,
                ifMatch,
                who,
                visible,
                new TaskCommand.AssignTask(TaskBodies.text(body.person()), TaskBodies.text(body.reason())));
    }

    @Operation(operationId = "cancelTask", summary = "Says that it is owed no more")
    @PostMapping("/{key}/cancellation")
    ResponseEntity<TaskAnswer> cancel(
            @PathVariable String key,
            @RequestBody TaskBodies.ReasonBody body,
            @Parameter(description = IF_MATCH, example = "\"3\"")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch,
            CurrentUser who,
            VisibleAccounts visible) {
        return act(key, ifMatch, who, visible, new TaskCommand.CancelTask(TaskBodies.text(body.reason())));
    }

    @Operation(
            operationId = "setTaskDueDate",
            summary = "Gives it another date; what was missed by the date before is missed no more")
    @PutMapping("/{key}/due-date")
    ResponseEntity<TaskAnswer> move(
            @PathVariable String key,
            @RequestBody TaskBodies.DueBody body,
            @Parameter(description = IF_MATCH, example = "\"3\"")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch,
            CurrentUser who,
            VisibleAccounts visible) {
        return act(
                key,
                ifMatch,
                who,
                visible,
                new TaskCommand.MoveTask(TaskBodies.due(body.due(), body.within()), TaskBodies.text(body.reason())));
    }

    @Operation(operationId = "reopenTask", summary = "Says that it is owed after all, by a new date")
    @PostMapping("/{key}/reopening")
    ResponseEntity<TaskAnswer> reopen(
            @PathVariable String key,
            @RequestBody TaskBodies.DueBody body,
            @Parameter(description = IF_MATCH, example = "\"3\"")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch,
            CurrentUser who,
            VisibleAccounts visible) {
        return act(
                key,
                ifMatch,
                who,
                visible,
                new TaskCommand.ReopenTask(TaskBodies.due(body.due(), body.within()), TaskBodies.text(body.reason())));
    }

    private ResponseEntity<TaskAnswer> act(
            String key, @Nullable String ifMatch, CurrentUser who, VisibleAccounts visible, TaskCommand command) {
        return answer(acts.act(key, who, visible, command, EntityTags.seen(ifMatch)));
    }

    private static ResponseEntity<TaskAnswer> answer(TaskView task) {
        return ResponseEntity.ok().eTag(EntityTags.tag(task.sequence())).body(TaskAnswer.of(task));
    }

    private static Optional<String> some(String given) {
        return given.isEmpty() ? Optional.empty() : Optional.of(given);
    }
}
