package dev.bellrope.app.tasks.web;

import dev.bellrope.core.task.Task;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A task as the API returns it.
 *
 * @param origin its origin, such as {@code review}; empty if somebody opened it
 * @param climbsEverySeconds how long each person has, in working time of the calendar
 * @param climbedTo the people to whom it has climbed since it was missed
 * @param outcome the evidence if it is done, the reason if it is cancelled
 */
@Schema(name = "Task")
record TaskAnswer(
        @Schema(example = "TASK-1042") String key,

        @Schema(description = "The number of the newest event; also the ETag", example = "3")
        long sequence,

        @Schema(example = "review") String origin,
        String title,
        String note,
        TaskAbout about,

        @Schema(description = "The id of a person; empty: nobody was found", example = "ana")
        String owner,

        String openedBy,
        Instant opened,

        @Schema(allowableValues = {"open", "done", "cancelled"})
        String status,

        Instant due,
        @Schema(example = "always") String calendar,

        @Schema(description = "In percent of its time; 0: never", example = "50")
        int warn,

        boolean missed,
        List<String> climbsTo,
        long climbsEverySeconds,
        List<String> climbedTo,
        Optional<Instant> nextClimb,
        String outcome,
        Optional<Instant> ended,

        @Schema(
                description = "What you may ask of it now, each the last part of its address",
                example = "[\"completion\"]")
        List<String> allowed) {
    /** What it is about; both values are empty if the title says it all. */
    @Schema(name = "TaskTopic")
    record TaskAbout(
            @Schema(example = "escalation") String kind,
            @Schema(example = "ESC-1042") String key) {}

    static TaskAnswer of(TaskView view) {
        Task task = view.state();
        return new TaskAnswer(
                task.key(),
                view.sequence(),
                task.origin(),
                task.title(),
                task.note(),
                new TaskAbout(task.topic().kind(), task.topic().key()),
                task.owner(),
                task.openedBy(),
                task.opened(),
                task.status().word(),
                task.due(),
                task.calendar(),
                task.warn(),
                task.missed(),
                task.climbsTo(),
                task.climbsEvery().toSeconds(),
                task.climbedTo(),
                Optional.ofNullable(task.nextClimb()),
                task.outcome(),
                Optional.ofNullable(task.ended()),
                view.offers().words());
    }
}
