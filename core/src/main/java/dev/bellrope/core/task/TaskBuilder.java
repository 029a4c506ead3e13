package dev.bellrope.core.task;

import dev.bellrope.core.task.Task.TaskClimb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task while an event is being applied to it; lives no longer than that. */
final class TaskBuilder {
    final String key;
    final String origin;
    final String title;
    final String note;
    final TaskTopic topic;
    final String openedBy;
    final Instant opened;
    final String calendar;
    final int warn;
    final List<String> climbsTo;
    final Duration climbsEvery;
    final List<TaskClimb> climbs;

    String owner;
    List<String> excluded;
    Instant due;

    @Nullable Instant warnAt;

    int cycle;
    boolean missed;

    @Nullable Instant nextClimb;

    TaskStatus status;
    String outcome;

    @Nullable Instant ended;

    TaskBuilder(Instant at, TaskEvent.TaskOpened event) {
        key = event.key();
        origin = event.origin();
        title = event.title();
        note = event.note();
        topic = event.topic();
        owner = event.owner();
        excluded = event.excluded();
        openedBy = event.by();
        opened = at;
        calendar = event.calendar();
        due = event.due();
        warn = event.warn();
        warnAt = event.warnAt();
        climbsTo = event.climbsTo();
        climbsEvery = event.climbsEvery();
        cycle = 1;
        climbs = new ArrayList<>();
        status = TaskStatus.OPEN;
        outcome = "";
    }

    TaskBuilder(Task task) {
        key = task.key();
        origin = task.origin();
        title = task.title();
        note = task.note();
        topic = task.topic();
        owner = task.owner();
        excluded = task.excluded();
        openedBy = task.openedBy();
        opened = task.opened();
        calendar = task.calendar();
        due = task.due();
        warn = task.warn();
        warnAt = task.warnAt();
        climbsTo = task.climbsTo();
        climbsEvery = task.climbsEvery();
        cycle = task.cycle();
        missed = task.missed();
        climbs = new ArrayList<>(task.climbs());
        nextClimb = task.nextClimb();
        status = task.status();
        outcome = task.outcome();
        ended = task.ended();
    }

    /** Gives it another due date; it is no longer missed and starts again at the foot of its ladder. */
    void date(Instant newDue, @Nullable Instant newWarnAt) {
        due = newDue;
        warnAt = newWarnAt;
        cycle++;
        missed = false;
        climbs.clear();
        nextClimb = null;
        status = TaskStatus.OPEN;
        outcome = "";
        ended = null;
    }

    void end(TaskStatus how, String said, Instant at) {
        status = how;
        outcome = said;
        ended = at;
        warnAt = null;
        nextClimb = null;
    }

    Task done() {
        return new Task(
                key,
                origin,
                title,
                note,
                topic,
                owner,
                openedBy,
                opened,
                calendar,
                due,
                warn,
                warnAt,
                climbsTo,
                climbsEvery,
                cycle,
                missed,
                climbs,
                nextClimb,
                excluded,
                status,
                outcome,
                ended);
    }
}
