package dev.bellrope.core.task;

import dev.bellrope.core.playbook.Permissions;
import dev.bellrope.core.routing.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One decision in progress: its events so far, and the task that they lead to. */
final class TaskContext {
    final TaskSituation situation;
    final Instant at;
    private final List<TaskEvent> events = new ArrayList<>();
    private @Nullable Task state;

    TaskContext(@Nullable Task state, TaskSituation situation) {
        this.state = state;
        this.situation = situation;
        this.at = situation.at();
    }

    void emit(TaskEvent event) {
        events.add(event);
        state = TaskEvolution.after(state, at, event);
    }

    List<TaskEvent> events() {
        return events;
    }

    boolean hasBegun() {
        return state != null;
    }

    Task now() {
        return Objects.requireNonNull(state, "nothing is open");
    }

    /** An overdue task is missed before any act on it is decided, even if its alarm has not struck yet (T36). */
    void overdue() {
        if (now().isOpen() && !now().missed() && now().due().isBefore(at)) {
            miss();
        }
    }

    void miss() {
        emit(new TaskEvent.TaskMissed(now().due()));
        climb();
    }

    /** Climbs to the next step at which somebody is found who does not have it already. */
    void climb() {
        List<String> ladder = now().climbsTo();
        boolean found = false;
        while (!found && now().climbs().size() < ladder.size()) {
            int step = now().climbs().size();
            List<String> people = new ArrayList<>();
            List<String> already = new ArrayList<>();
            for (String person : peopleOf(ladder.get(step))) {
                boolean has = person.equals(now().owner()) || now().climbedTo().contains(person);
                (has ? already : people).add(person);
            }
            found = !people.isEmpty();
            Instant next = found && step + 1 < ladder.size()
                    ? situation.playbook().calendar(now().calendar()).plus(at, now().climbsEvery())
                    : null;
            emit(new TaskEvent.TaskClimbed(ladder.get(step), people, already, next));
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

    boolean isOwner() {
        return !now().owner().isEmpty()
                && now().owner().equals(situation.actor().id());
    }

    boolean hasClimbedToActor() {
        return now().climbedTo().contains(situation.actor().id());
    }

    /** Whether the actor may cancel it: who opened it, to whom it has climbed, or who may assign work to others; not its owner. */
    boolean isGuardian() {
        return now().openedBy().equals(situation.actor().id()) || hasClimbedToActor() || mayDo(Permissions.ASSIGN);
    }

    boolean mayDo(String act) {
        return situation.actor().isSystem()
                || situation
                        .playbook()
                        .permissions()
                        .allow(act, situation.actor().roles());
    }
}
