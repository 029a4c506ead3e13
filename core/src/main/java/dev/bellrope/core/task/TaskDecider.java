package dev.bellrope.core.task;

import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.escalation.Decision;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.task.TaskDecision.TaskRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns a command into events. Pure: the same task, command and situation always give the same decision. */
public final class TaskDecider {
    private final TaskContext context;
    private final TaskSituation situation;
    private final Instant at;

    private TaskDecider(TaskContext context) {
        this.context = context;
        this.situation = context.situation;
        this.at = context.at;
    }

    /** A rule says no. */
    private static final class No extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient TaskRefused refused;

        private No(TaskRefused refused) {
            super(refused.why(), null, false, false);
            this.refused = refused;
        }
    }

    /**
     * Decides.
     *
     * @param state the state before; null for a task that is yet to be opened
     */
    public static TaskDecision decide(@Nullable Task state, TaskCommand command, TaskSituation situation) {
        TaskContext context = new TaskContext(state, situation);
        try {
            new TaskDecider(context).run(command);
        } catch (No no) {
            return no.refused;
        }
        return new TaskDecision.TaskAccepted(context.events());
    }

    private void run(TaskCommand command) {
        switch (command) {
            case TaskCommand.OpenTask c -> open(c);
            case TaskCommand.AssignTask c -> {
                allow(TaskAct.ASSIGN);
                assign(c);
            }
            case TaskCommand.MoveTask c -> {
                allow(TaskAct.MOVE);
                move(c);
            }
            case TaskCommand.CompleteTask c -> {
                allow(TaskAct.COMPLETE);
                context.emit(new TaskEvent.TaskCompleted(text("evidence", c.evidence(), "the evidence")));
            }
            case TaskCommand.CancelTask c -> {
                allow(TaskAct.CANCEL);
                context.emit(new TaskEvent.TaskCancelled(text("reason", c.reason(), "the reason")));
            }
            case TaskCommand.ReopenTask c -> {
                allow(TaskAct.REOPEN);
                reopen(c);
            }
            case TaskCommand.ExcludeFromTask c -> {
                context.overdue();
                exclude(c);
            }
            case TaskCommand.StrikeTask c -> strike(c);
        }
    }

    private void allow(TaskAct act) {
        context.overdue();
        raise(TaskGuards.against(context, act));
    }

    private void open(TaskCommand.OpenTask c) {
        if (context.hasBegun()) {
            throw new No(TaskRefused.of(Decision.RefusalKind.STATE, now().key() + " is open already"));
        }
        raise(TaskGuards.againstOpening(context));
        boolean unowned = c.owner().isEmpty() && situation.actor().isSystem();
        String owner = unowned ? "" : person("owner", c.owner()).id();
        if (c.excluded().contains(owner)) {
            raise(TaskGuards.againstGivingTo("owner", owner, c.topic()));
        }
        WorkingCalendar calendar = calendar(c.calendar());
        if (c.warn() < 0 || c.warn() > 99) {
            throw content("warn", "the warning comes at 1 to 99 percent of the time, or never (0); it was " + c.warn());
        }
        c.climbsTo().forEach(this::known);
        if (c.climbsEvery().isZero()
                && (c.climbsTo().size() > 1 || !situation.actor().isSystem())) {
            throw content(
                    "climbsEvery",
                    "each of those it climbs to needs time before it goes on; 'climbs every' was " + c.climbsEvery()
                            + ", accepted is a length of time such as 1d or 4h");
        }
        Instant due = due(c.due(), calendar);
        context.emit(new TaskEvent.TaskOpened(
                c.key(),
                c.origin(),
                text("title", c.title(), "the title"),
                c.note().strip(),
                c.topic(),
                owner,
                situation.actor().id(),
                calendar.name(),
                due,
                c.warn(),
                warnAt(c.warn(), due, calendar),
                c.climbsTo(),
                c.climbsEvery().in(calendar),
                c.excluded()));
    }

    private void exclude(TaskCommand.ExcludeFromTask c) {
        if (!situation.actor().isSystem()) {
            throw new No(TaskRefused.of(
                    Decision.RefusalKind.PERMISSION, "only Bellrope itself says who may not have a task"));
        }
        if (!now().isOpen()) {
            throw new No(TaskRefused.of(
                    Decision.RefusalKind.STATE,
                    now().key() + " is " + now().status().word() + "; people are excluded from it while it is open"));
        }
        if (!c.people().equals(now().excluded())) {
            context.emit(new TaskEvent.TaskExcluded(c.people()));
        }
        if (c.people().contains(now().owner())) {
            context.emit(new TaskEvent.TaskAssigned(now().owner(), c.instead(), c.reason()));
        }
    }

    private void assign(TaskCommand.AssignTask c) {
        Person to = person("person", c.person());
        raise(TaskGuards.againstNaming(context, to));
        if (!to.id().equals(now().owner())) {
            context.emit(new TaskEvent.TaskAssigned(
                    now().owner(), to.id(), c.reason().strip()));
        }
    }

    private void move(TaskCommand.MoveTask c) {
        String reason = text("reason", c.reason(), "the reason");
        WorkingCalendar calendar = calendar(now().calendar());
        Instant due = due(c.due(), calendar);
        if (!due.equals(now().due())) {
            context.emit(new TaskEvent.TaskMoved(now().due(), due, warnAt(now().warn(), due, calendar), reason));
        }
    }

    private void reopen(TaskCommand.ReopenTask c) {
        WorkingCalendar calendar = calendar(now().calendar());
        Instant due = due(c.due(), calendar);
        context.emit(new TaskEvent.TaskReopened(
                due, warnAt(now().warn(), due, calendar), text("reason", c.reason(), "the reason")));
    }

    /** An alarm that no longer fits the state does nothing. */
    private void strike(TaskCommand.StrikeTask c) {
        boolean armed = TaskAlarms.of(now()).contains(c.alarm())
                && !at.isBefore(c.alarm().at());
        if (!armed) {
            return;
        }
        if (c.alarm().step().equals(TaskAlarms.WARN)) {
            // After an outage, a task that is already missed needs no warning.
            if (at.isBefore(now().due())) {
                context.emit(new TaskEvent.TaskWarned(now().due()));
            }
        } else if (c.alarm().step().equals(TaskAlarms.DUE)) {
            context.miss();
        } else {
            context.climb();
        }
    }

    private void known(String rung) {
        boolean known = situation.roster().people().stream()
                .anyMatch(person -> person.id().equals(rung) || person.duties().contains(rung));
        if (!known && !situation.actor().isSystem()) {
            Set<String> duties = new TreeSet<>();
            situation.roster().people().forEach(person -> duties.addAll(person.duties()));
            throw content(
                    "climbsTo",
                    "'" + rung + "' is neither a person nor a duty; the duties are " + String.join(", ", duties));
        }
    }

    private Instant due(TaskDue due, WorkingCalendar calendar) {
        return switch (due) {
            case TaskDue.DueAt(Instant instant) -> {
                if (!instant.isAfter(at)) {
                    throw content("due", "the date must be later than now; it was " + instant);
                }
                yield instant;
            }
            case TaskDue.DueWithin(Span span) -> {
                if (span.isZero()) {
                    throw content(
                            "within",
                            "the time to do it in must be longer than none; accepted is a length of time such as 2d or 4h");
                }
                yield calendar.plus(at, span.in(calendar));
            }
        };
    }

    private @Nullable Instant warnAt(int percent, Instant due, WorkingCalendar calendar) {
        if (percent == 0) {
            return null;
        }
        Duration time = calendar.between(at, due);
        Instant warnAt = calendar.plus(at, time.multipliedBy(percent).dividedBy(100));
        return warnAt.isAfter(at) && warnAt.isBefore(due) ? warnAt : null;
    }

    private WorkingCalendar calendar(String name) {
        WorkingCalendar always = WorkingCalendar.always();
        if (name.isEmpty() || name.equals(always.name())) {
            return always;
        }
        WorkingCalendar found = situation.playbook().calendars().get(name);
        if (found == null && !context.hasBegun() && !situation.actor().isSystem()) {
            throw content(
                    "calendar",
                    "there is no calendar '" + name + "'; the playbook has "
                            + String.join(
                                    ", ",
                                    new TreeSet<>(
                                            situation.playbook().calendars().keySet())));
        }
        return found == null ? always : found;
    }

    private Person person(String field, String id) {
        return situation
                .roster()
                .find(id)
                .orElseThrow(() -> content(
                        field,
                        id.isEmpty() ? "somebody must owe it; name a person" : "'" + id + "' is nobody on the roster"));
    }

    private static void raise(@Nullable TaskRefused against) {
        if (against != null) {
            throw new No(against);
        }
    }

    private static String text(String field, String given, String what) {
        if (given.isBlank()) {
            throw content(field, what + " must not be empty");
        }
        return given.strip();
    }

    private static No content(String field, String why) {
        return new No(TaskRefused.content(field, why));
    }

    private Task now() {
        return context.now();
    }
}
