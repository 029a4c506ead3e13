package dev.bellrope.core.task;

import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.escalation.Decision;
import dev.bellrope.core.playbook.Permissions;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.task.TaskDecision.TaskRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns a command into events. Pure: the same task, command and situation always give the same decision. */
public final class TaskDecider {
    private final TaskSituation situation;
    private final Instant at;
    private final List<TaskEvent> events = new ArrayList<>();
    private @Nullable Task state;

    private TaskDecider(@Nullable Task state, TaskSituation situation) {
        this.state = state;
        this.situation = situation;
        this.at = situation.at();
    }

    /** A rule says no. */
    private static final class No extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient TaskRefused refused;

        private No(Decision.RefusalKind kind, String why) {
            super(why, null, false, false);
            refused = new TaskRefused(kind, why);
        }
    }

    /**
     * Decides.
     *
     * @param state the state before; null for a task that is yet to be opened
     */
    public static TaskDecision decide(@Nullable Task state, TaskCommand command, TaskSituation situation) {
        TaskDecider decider = new TaskDecider(state, situation);
        try {
            decider.run(command);
        } catch (No no) {
            return no.refused;
        }
        return new TaskDecision.TaskAccepted(decider.events);
    }

    private void run(TaskCommand command) {
        if (state != null && !(command instanceof TaskCommand.StrikeTask)) {
            overdue();
        }
        switch (command) {
            case TaskCommand.OpenTask c -> open(c);
            case TaskCommand.AssignTask c -> assign(c);
            case TaskCommand.MoveTask c -> move(c);
            case TaskCommand.CompleteTask c -> {
                open("it can be done");
                may(isOwner() || hasClimbedToActor() || mayDo(Permissions.ASSIGN), "say that it is done", "its owner");
                if (now().excluded().contains(situation.actor().id())) {
                    throw new No(
                            Decision.RefusalKind.PERMISSION,
                            tookPart(situation.actor().name(), now().topic())
                                    + ", so somebody who did not says that it is done");
                }
                emit(new TaskEvent.TaskCompleted(text(c.evidence(), "the evidence")));
            }
            case TaskCommand.CancelTask c -> {
                open("it can be cancelled");
                if (now().origin().equals(Task.REVIEW)) {
                    waiveReview();
                } else {
                    may(isGuardian(), "cancel it", "whoever opened it");
                }
                emit(new TaskEvent.TaskCancelled(text(c.reason(), "the reason")));
            }
            case TaskCommand.ReopenTask c -> reopen(c);
            case TaskCommand.ExcludeFromTask c -> exclude(c);
            case TaskCommand.StrikeTask c -> strike(c);
        }
    }

    private void open(TaskCommand.OpenTask c) {
        if (state != null) {
            throw new No(Decision.RefusalKind.STATE, now().key() + " is open already");
        }
        if (!mayDo(Permissions.RESPOND) && !mayDo(Permissions.ASSIGN)) {
            throw notPermitted("open a task", Permissions.RESPOND);
        }
        boolean unowned = c.owner().isEmpty() && situation.actor().isSystem();
        String owner = unowned ? "" : person(c.owner()).id();
        if (c.excluded().contains(owner)) {
            throw content(tookPart(owner, c.topic()) + ", so it must go to somebody who did not");
        }
        WorkingCalendar calendar = calendar(c.calendar());
        if (c.warn() < 0 || c.warn() > 99) {
            throw content("the warning comes at 1 to 99 percent of the time, or never (0); it was " + c.warn());
        }
        c.climbsTo().forEach(this::known);
        if (c.climbsEvery().isZero() && c.climbsTo().size() > 1) {
            throw content(
                    "each of those it climbs to needs time before it goes on; 'climbs every' was " + c.climbsEvery());
        }
        Instant due = due(c.due(), calendar);
        emit(new TaskEvent.TaskOpened(
                c.key(),
                c.origin(),
                text(c.title(), "the title"),
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
        open("somebody can be excluded from it");
        if (!situation.actor().isSystem()) {
            throw new No(Decision.RefusalKind.PERMISSION, "only Bellrope itself says who may not have it");
        }
        if (!c.people().equals(now().excluded())) {
            emit(new TaskEvent.TaskExcluded(c.people()));
        }
        if (c.people().contains(now().owner())) {
            emit(new TaskEvent.TaskAssigned(now().owner(), c.instead(), c.reason()));
        }
    }

    /** A review is required by the playbook, so doing without it is for those whom the playbook lets waive. */
    private void waiveReview() {
        if (!mayDo(Permissions.WAIVE)) {
            throw new No(
                    Decision.RefusalKind.PERMISSION,
                    situation.actor().name() + " may not cancel it; the playbook requires this review, and lets "
                            + situation.playbook().permissions().words(Permissions.WAIVE) + " waive");
        }
    }

    private static String tookPart(String name, TaskTopic topic) {
        return name + " took part in " + topic.key();
    }

    private void assign(TaskCommand.AssignTask c) {
        open("it can be given to somebody");
        Person to = person(c.person());
        boolean takesIt =
                now().owner().isEmpty() && to.id().equals(situation.actor().id()) && mayDo(Permissions.RESPOND);
        may(takesIt || isOwner() || isGuardian(), "give it to somebody", "its owner", "whoever opened it");
        if (now().excluded().contains(to.id())) {
            throw content(tookPart(to.name(), now().topic()) + ", so it must go to somebody who did not");
        }
        if (to.isAbsent(at)) {
            throw content(to.name() + " is absent now");
        }
        if (!to.id().equals(now().owner())) {
            emit(new TaskEvent.TaskAssigned(now().owner(), to.id(), c.reason().strip()));
        }
    }

    private void move(TaskCommand.MoveTask c) {
        open("its date can be moved");
        may(isGuardian(), "move its date", "whoever opened it");
        String reason = text(c.reason(), "the reason");
        WorkingCalendar calendar = calendar(now().calendar());
        Instant due = due(c.due(), calendar);
        if (!due.equals(now().due())) {
            emit(new TaskEvent.TaskMoved(now().due(), due, warnAt(now().warn(), due, calendar), reason));
        }
    }

    private void reopen(TaskCommand.ReopenTask c) {
        if (now().isOpen()) {
            throw new No(Decision.RefusalKind.STATE, now().key() + " is open");
        }
        may(isOwner() || isGuardian(), "reopen it", "its owner", "whoever opened it");
        WorkingCalendar calendar = calendar(now().calendar());
        Instant due = due(c.due(), calendar);
        emit(new TaskEvent.TaskReopened(due, warnAt(now().warn(), due, calendar), text(c.reason(), "the reason")));
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
                emit(new TaskEvent.TaskWarned(now().due()));
            }
        } else if (c.alarm().step().equals(TaskAlarms.DUE)) {
            miss();
        } else {
            climb();
        }
    }

    /** An overdue task is missed before any act on it is decided, even if its alarm has not struck yet (T36). */
    private void overdue() {
        if (now().isOpen() && !now().missed() && now().due().isBefore(at)) {
            miss();
        }
    }

    private void miss() {
        emit(new TaskEvent.TaskMissed(now().due()));
        climb();
    }

    /** Climbs to the next step at which somebody is found. */
    private void climb() {
        List<String> ladder = now().climbsTo();
        boolean found = false;
        while (!found && now().climbs().size() < ladder.size()) {
            int step = now().climbs().size();
            List<String> people = peopleOf(ladder.get(step)).stream()
                    .filter(person -> !person.equals(now().owner()))
                    .toList();
            found = !people.isEmpty();
            Instant next = found && step + 1 < ladder.size()
                    ? situation.playbook().calendar(now().calendar()).plus(at, now().climbsEvery())
                    : null;
            emit(new TaskEvent.TaskClimbed(ladder.get(step), people, next));
        }
    }

    /** The person of that id, or everybody with that duty who is not away. */
    private Set<String> peopleOf(String rung) {
        Set<String> found = new LinkedHashSet<>();
        for (Person person : situation.roster().people()) {
            if (person.id().equals(rung) || (person.duties().contains(rung) && !person.isAbsent(at))) {
                found.add(person.id());
            }
        }
        return found;
    }

    private void known(String rung) {
        boolean known = situation.roster().people().stream()
                .anyMatch(person -> person.id().equals(rung) || person.duties().contains(rung));
        if (!known && !situation.actor().isSystem()) {
            Set<String> duties = new TreeSet<>();
            situation.roster().people().forEach(person -> duties.addAll(person.duties()));
            throw content("'" + rung + "' is neither a person nor a duty; the duties are " + String.join(", ", duties));
        }
    }

    private Instant due(TaskDue due, WorkingCalendar calendar) {
        return switch (due) {
            case TaskDue.DueAt(Instant instant) -> {
                if (!instant.isAfter(at)) {
                    throw content("the date must be later than now; it was " + instant);
                }
                yield instant;
            }
            case TaskDue.DueWithin(Span span) -> {
                if (span.isZero()) {
                    throw content("no time at all is no time to do it in");
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
        if (found == null && state == null && !situation.actor().isSystem()) {
            throw content("there is no calendar '" + name + "'; the playbook has "
                    + String.join(
                            ", ", new TreeSet<>(situation.playbook().calendars().keySet())));
        }
        return found == null ? always : found;
    }

    private Person person(String id) {
        return situation
                .roster()
                .find(id)
                .orElseThrow(() -> content(
                        id.isEmpty() ? "somebody must owe it; name a person" : "'" + id + "' is nobody on the roster"));
    }

    private void open(String what) {
        if (!now().isOpen()) {
            throw new No(
                    Decision.RefusalKind.STATE,
                    now().key() + " is " + now().status().word() + "; " + what + " while it is open");
        }
    }

    private boolean isOwner() {
        return !now().owner().isEmpty()
                && now().owner().equals(situation.actor().id());
    }

    private boolean hasClimbedToActor() {
        return now().climbedTo().contains(situation.actor().id());
    }

    /** Whether the actor may cancel it: who opened it, to whom it has climbed, or who may assign work to others; not its owner. */
    private boolean isGuardian() {
        return now().openedBy().equals(situation.actor().id()) || hasClimbedToActor() || mayDo(Permissions.ASSIGN);
    }

    private boolean mayDo(String act) {
        return situation.actor().isSystem()
                || situation
                        .playbook()
                        .permissions()
                        .allow(act, situation.actor().roles());
    }

    /** @param others who may, besides those whom it climbed to and those who assign work */
    private void may(boolean allowed, String what, String... others) {
        if (!allowed) {
            throw new No(
                    Decision.RefusalKind.PERMISSION,
                    situation.actor().name() + " may not " + what + "; this is for " + String.join(", ", others)
                            + ", whom it climbed to, and whom the playbook lets assign: "
                            + situation.playbook().permissions().words(Permissions.ASSIGN));
        }
    }

    private No notPermitted(String what, String act) {
        return new No(
                Decision.RefusalKind.PERMISSION,
                situation.actor().name() + " may not " + what + "; the playbook lets "
                        + situation.playbook().permissions().words(act));
    }

    private static String text(String given, String what) {
        if (given.isBlank()) {
            throw content(what + " must not be empty");
        }
        return given.strip();
    }

    private static No content(String why) {
        return new No(Decision.RefusalKind.CONTENT, why);
    }

    private void emit(TaskEvent event) {
        events.add(event);
        state = TaskEvolution.after(state, at, event);
    }

    private Task now() {
        return Objects.requireNonNull(state, "nothing is open");
    }
}
