package dev.bellrope.app.tasks;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.alarms.AlarmTable;
import dev.bellrope.app.alarms.DueAlarm;
import dev.bellrope.app.alarms.StrikeFailed;
import dev.bellrope.app.alarms.StrikeResult;
import dev.bellrope.app.alarms.Subject;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Alarm;
import dev.bellrope.core.reaction.TaskReactions;
import dev.bellrope.core.task.Task;
import dev.bellrope.core.task.TaskAlarms;
import dev.bellrope.core.task.TaskCommand;
import dev.bellrope.core.task.TaskDecider;
import dev.bellrope.core.task.TaskDecision;
import dev.bellrope.core.task.TaskEvent;
import dev.bellrope.core.task.TaskEvolution;
import dev.bellrope.core.task.TaskSituation;
import dev.bellrope.core.task.TaskTopic;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tasks: opened, acted on, struck, listed. Every call is one transaction, or part of the caller's. */
@Component
public class Tasks {
    private final TaskTable table;
    private final AlarmTable alarms;
    private final Directory directory;
    private final Playbooks playbooks;
    private final List<TaskListener> listeners;
    private final Clock clock;

    Tasks(
            TaskTable table,
            AlarmTable alarms,
            Directory directory,
            Playbooks playbooks,
            List<TaskListener> listeners,
            Clock clock) {
        this.table = table;
        this.alarms = alarms;
        this.directory = directory;
        this.playbooks = playbooks;
        this.listeners = List.copyOf(listeners);
        this.clock = clock;
    }

    /** Gives the command that opens a task of a key. */
    public interface OpeningTask {
        TaskCommand.OpenTask keyed(String key);
    }

    /**
     * Opens one.
     *
     * @throws TaskDenied when it is not accepted; nothing has happened then
     */
    @Transactional
    public LoadedTask open(Actor actor, OpeningTask command) {
        return decide(null, actor, command.keyed(table.nextKey()));
    }

    /**
     * Asks something of a task.
     *
     * @throws NoSuchTask when there is none
     * @throws TaskDenied when it is not accepted; nothing has happened then
     */
    @Transactional
    public LoadedTask act(String key, Actor actor, TaskCommand command) {
        return act(key, actor, command, VisibleAccounts.ALL, OptionalLong.empty());
    }

    /**
     * Decides for somebody to whom a task that they may not see does not exist.
     *
     * @param seen the number of the newest event that they have seen; empty: whatever has happened since
     * @throws StaleTask when more has happened since; nothing was done then
     */
    @Transactional
    public LoadedTask act(String key, Actor actor, TaskCommand command, VisibleAccounts visible, OptionalLong seen) {
        LoadedTask before = table.lock(key, visible).orElseThrow(() -> new NoSuchTask(key));
        if (seen.isPresent() && seen.getAsLong() != before.sequence()) {
            throw new StaleTask(key, table.events(key, seen.getAsLong()));
        }
        return decide(before, actor, command);
    }

    /** Returns what a decision by that actor could look at now, besides the task. */
    public TaskSituation situation(Actor actor) {
        return situation(actor, now());
    }

    /** Finds a task, unless it is about something that may not be seen. */
    @Transactional(readOnly = true)
    public Optional<LoadedTask> find(String key, VisibleAccounts visible) {
        return table.find(key, visible);
    }

    /** What happened to it after an event, in order; from the start for 0. */
    @Transactional(readOnly = true)
    public List<TaskHappening> history(String key, long after) {
        return table.events(key, after);
    }

    /** The state folded anew from everything that happened; the same as the state that is kept. */
    @Transactional(readOnly = true)
    public @Nullable Task refold(String key) {
        Task state = null;
        for (TaskHappening happening : table.events(key, 0)) {
            state = TaskEvolution.after(state, happening.at(), happening.event());
        }
        return state;
    }

    /** The newest first, below a number. */
    @Transactional(readOnly = true)
    public List<LoadedTask> list(TaskFilter filter, VisibleAccounts visible, long below, int limit) {
        return table.list(filter, visible, below, limit);
    }

    /** What is open and theirs, or has climbed to them, what is due first first. */
    @Transactional(readOnly = true)
    public List<Task> listOwedBy(String person, VisibleAccounts visible, int limit) {
        return table.listOwedBy(person, visible, limit);
    }

    /** What is open, whoever owes it, what is due first first. */
    @Transactional(readOnly = true)
    public List<Task> listOpen(VisibleAccounts visible, int limit) {
        return table.listOpen(visible, limit);
    }

    /**
     * Lists the tasks about a topic: open ones first, by due date. The tasks of an account include those about its
     * escalations.
     */
    @Transactional(readOnly = true)
    public List<Task> listAbout(TaskTopic topic, VisibleAccounts visible, int limit) {
        return table.listAbout(topic.kind(), topic.key(), visible, limit);
    }

    /** Finds the task of an origin about a topic that is still open; the oldest of several. */
    @Transactional(readOnly = true)
    public Optional<Task> findOpen(TaskTopic topic, String origin) {
        return table.findOpen(topic.kind(), topic.key(), origin);
    }

    /**
     * Strikes what is due of some tasks, all in one transaction: once, whichever of many nodes comes first. What somebody else has in hand
     * at this moment is left for later.
     *
     * @param limit of how many
     * @param except but not of those with these keys
     * @throws StrikeFailed when nothing of it could be written
     */
    @Transactional
    public StrikeResult strikeDue(int limit, Set<String> except) {
        Instant now = now();
        Map<Subject, LoadedTask> locked = new LinkedHashMap<>();
        table.lockDue(now, limit, except)
                .forEach(one -> locked.putIfAbsent(Subject.task(one.state().key()), one));
        if (locked.isEmpty()) {
            return StrikeResult.NOTHING;
        }
        try {
            return strike(locked, now);
        } catch (RuntimeException e) {
            throw new StrikeFailed(List.copyOf(locked.keySet()), e);
        }
    }

    private StrikeResult strike(Map<Subject, LoadedTask> locked, Instant now) {
        Map<Subject, Set<Alarm>> armed = alarms.armed(locked.keySet());
        List<DueAlarm> due = armed.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(alarm -> new DueAlarm(entry.getKey(), alarm)))
                .filter(one -> !one.alarm().at().isAfter(now))
                .sorted(DueAlarm.BY_TIME)
                .toList();
        Map<Subject, Set<Alarm>> wanted = new HashMap<>(armed);
        List<AlarmTable.StrikeRow> struck = new ArrayList<>();
        List<TaskListener.TaskChange> changes = new ArrayList<>();
        for (DueAlarm one : due) {
            // One that the strike before it has disarmed does not strike.
            if (wanted.getOrDefault(one.subject(), Set.of()).contains(one.alarm())) {
                LoadedTask before = Objects.requireNonNull(locked.get(one.subject()));
                TaskSituation situation = situation(Actor.SYSTEM, now);
                List<TaskEvent> events = accepted(
                        TaskDecider.decide(before.state(), new TaskCommand.StrikeTask(one.alarm()), situation));
                if (events.isEmpty()) {
                    Set<Alarm> left = new HashSet<>(wanted.getOrDefault(one.subject(), Set.of()));
                    left.remove(one.alarm());
                    wanted.put(one.subject(), left);
                } else {
                    TaskListener.TaskChange change = write(before, events, situation);
                    changes.add(change);
                    locked.put(one.subject(), new LoadedTask(before.sequence() + events.size(), change.after()));
                    wanted.put(one.subject(), TaskAlarms.of(change.after()));
                }
                struck.add(new AlarmTable.StrikeRow(one, !events.isEmpty()));
            }
        }
        alarms.arm(armed, wanted, now);
        if (!struck.isEmpty()) {
            alarms.struck(struck, now);
        }
        listeners.forEach(listener -> listener.changed(changes));
        return new StrikeResult(struck.stream().map(AlarmTable.StrikeRow::due).toList(), Map.of());
    }

    private LoadedTask decide(@Nullable LoadedTask before, Actor actor, TaskCommand command) {
        TaskSituation situation = situation(actor, now());
        List<TaskEvent> events =
                accepted(TaskDecider.decide(before == null ? null : before.state(), command, situation));
        if (events.isEmpty()) {
            return Objects.requireNonNull(before);
        }
        TaskListener.TaskChange change = write(before, events, situation);
        Subject subject = Subject.task(change.after().key());
        alarms.arm(
                before == null ? Map.of() : alarms.armed(List.of(subject)),
                Map.of(subject, TaskAlarms.of(change.after())),
                situation.at());
        listeners.forEach(listener -> listener.changed(List.of(change)));
        return new LoadedTask(before == null ? events.size() : before.sequence() + events.size(), change.after());
    }

    private TaskListener.TaskChange write(
            @Nullable LoadedTask before, List<TaskEvent> events, TaskSituation situation) {
        long sequence = before == null ? 0 : before.sequence();
        Task after = Objects.requireNonNull(
                TaskEvolution.after(before == null ? null : before.state(), situation.at(), events));
        List<TaskHappening> happenings = new ArrayList<>();
        for (TaskEvent event : events) {
            happenings.add(new TaskHappening(
                    sequence + 1 + happenings.size(),
                    situation.at(),
                    situation.actor().id(),
                    situation.actor().name(),
                    event));
        }
        table.write(new LoadedTask(sequence + events.size(), after), happenings);
        return new TaskListener.TaskChange(
                after, happenings, TaskReactions.react(after, sequence + 1, events, situation), situation.playbook());
    }

    private TaskSituation situation(Actor actor, Instant at) {
        return new TaskSituation(at, actor, playbooks.inForce(), directory.roster());
    }

    private static List<TaskEvent> accepted(TaskDecision decision) {
        return switch (decision) {
            case TaskDecision.TaskAccepted(List<TaskEvent> events) -> events;
            case TaskDecision.TaskRefused refused -> throw new TaskDenied(refused);
        };
    }

    /** To the millisecond, which the database keeps to the digit. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
