package dev.bellrope.app.tasks.web;

import static java.util.Objects.requireNonNullElse;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.tasks.TaskFilter;
import dev.bellrope.app.tasks.TaskHappening;
import dev.bellrope.app.tasks.Tasks;
import dev.bellrope.app.web.Paging;
import dev.bellrope.app.web.ProblemError;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.core.task.Task;
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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Tasks")
@RestController
@RequestMapping("/api/v1/tasks")
class TasksApi {
    private static final Pattern KEY = Pattern.compile("TASK-(\\d{1,15})");
    private static final String USUAL_CLIMB = "escalation-manager";

    private final Tasks tasks;
    private final TaskActs acts;

    TasksApi(Tasks tasks, TaskActs acts) {
        this.tasks = tasks;
        this.acts = acts;
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
        Task task = acts.open(
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
        return ResponseEntity.created(URI.create("/api/v1/tasks/" + task.key())).body(TaskAnswer.of(task));
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
            VisibleAccounts visible) {
        if (!status.isEmpty() && TaskStatus.find(status).isEmpty()) {
            throw ProblemException.badRequest(
                    "There is no status \"" + status + "\".",
                    ProblemError.in("status", "accepted: open, done, cancelled"));
        }
        if (!escalation.isEmpty() && !account.isEmpty()) {
            throw ProblemException.badRequest(
                    "A task is about an escalation or an account, not both.",
                    ProblemError.in("account", "accepted: nothing, where an escalation is given"));
        }
        String kind = !escalation.isEmpty() ? TaskTopic.ESCALATION : !account.isEmpty() ? TaskTopic.ACCOUNT : "";
        TaskFilter filter = new TaskFilter(some(status), some(owner), some(kind), some(escalation + account), missed);
        long below = paging.after().map(TasksApi::number).orElse(Long.MAX_VALUE);
        return paging.page(
                tasks.list(filter, visible, below, paging.rows()).stream()
                        .map(TaskAnswer::of)
                        .toList(),
                TaskAnswer::key);
    }

    @Operation(operationId = "getTask", summary = "One task")
    @GetMapping("/{key}")
    TaskAnswer get(@PathVariable String key, VisibleAccounts visible) {
        return TaskAnswer.of(acts.get(key, visible));
    }

    /** An event of a task. */
    @Schema(name = "TaskTimelineLine")
    record TaskEventJson(
            long sequence,
            Instant at,
            String actor,
            String actorName,
            @Schema(example = "missed") String what) {
        static TaskEventJson of(TaskHappening happening) {
            return new TaskEventJson(
                    happening.sequence(), happening.at(), happening.actor(), happening.actorName(), happening.name());
        }
    }

    @Operation(operationId = "getTaskTimeline", summary = "What happened to a task, in order")
    @GetMapping("/{key}/timeline")
    List<TaskEventJson> timeline(@PathVariable String key, VisibleAccounts visible) {
        acts.get(key, visible);
        return tasks.history(key).stream().map(TaskEventJson::of).toList();
    }

    @Operation(operationId = "completeTask", summary = "Says that it is done, and what shows it")
    @PostMapping("/{key}/completion")
    TaskAnswer complete(
            @PathVariable String key,
            @RequestBody TaskBodies.CompletionBody body,
            CurrentUser who,
            VisibleAccounts visible) {
        return act(key, who, visible, new TaskCommand.CompleteTask(TaskBodies.text(body.evidence())));
    }

    @Operation(operationId = "assignTask", summary = "Gives it to somebody else")
    @PostMapping("/{key}/assignment")
    TaskAnswer assign(
            @PathVariable String key,
            @RequestBody TaskBodies.AssignmentBody body,
            CurrentUser who,
            VisibleAccounts visible) {
        return act(
                key,
                who,
                visible,
                new TaskCommand.AssignTask(TaskBodies.text(body.person()), TaskBodies.text(body.reason())));
    }

    @Operation(operationId = "cancelTask", summary = "Says that it is owed no more")
    @PostMapping("/{key}/cancellation")
    TaskAnswer cancel(
            @PathVariable String key,
            @RequestBody TaskBodies.ReasonBody body,
            CurrentUser who,
            VisibleAccounts visible) {
        return act(key, who, visible, new TaskCommand.CancelTask(TaskBodies.text(body.reason())));
    }

    @Operation(
            operationId = "setTaskDueDate",
            summary = "Gives it another date; what was missed by the date before is missed no more")
    @PutMapping("/{key}/due-date")
    TaskAnswer move(
            @PathVariable String key, @RequestBody TaskBodies.DueBody body, CurrentUser who, VisibleAccounts visible) {
        return act(
                key,
                who,
                visible,
                new TaskCommand.MoveTask(TaskBodies.due(body.due(), body.within()), TaskBodies.text(body.reason())));
    }

    @Operation(operationId = "reopenTask", summary = "Says that it is owed after all, by a new date")
    @PostMapping("/{key}/reopening")
    TaskAnswer reopen(
            @PathVariable String key, @RequestBody TaskBodies.DueBody body, CurrentUser who, VisibleAccounts visible) {
        return act(
                key,
                who,
                visible,
                new TaskCommand.ReopenTask(TaskBodies.due(body.due(), body.within()), TaskBodies.text(body.reason())));
    }

    private TaskAnswer act(String key, CurrentUser who, VisibleAccounts visible, TaskCommand command) {
        return TaskAnswer.of(acts.act(key, who, visible, command));
    }

    private static Optional<String> some(String given) {
        return given.isEmpty() ? Optional.empty() : Optional.of(given);
    }

    private static long number(String key) {
        Matcher matcher = KEY.matcher(key);
        if (!matcher.matches()) {
            throw ProblemException.badRequest(
                    "\"" + key + "\" is not possible.", ProblemError.in("after", "accepted: a key such as TASK-1042"));
        }
        return Long.parseLong(matcher.group(1));
    }
}
