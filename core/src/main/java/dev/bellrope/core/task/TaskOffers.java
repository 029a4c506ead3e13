package dev.bellrope.core.task;

import dev.bellrope.core.routing.Person;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody may ask of a task now without being refused, found by the guards that decide.
 *
 * @param acts in the order of {@link TaskAct}
 * @param assignees ids of the people to whom they may give it; empty if they may give it to nobody
 */
public record TaskOffers(Set<TaskAct> acts, Set<String> assignees) {
    /** Nothing is offered. */
    public static final TaskOffers NONE = new TaskOffers(Set.of(), Set.of());

    public TaskOffers {
        acts = Collections.unmodifiableSet(acts.isEmpty() ? EnumSet.noneOf(TaskAct.class) : EnumSet.copyOf(acts));
        assignees = Collections.unmodifiableSet(new LinkedHashSet<>(assignees));
    }

    /** Returns what the actor of the situation may ask for at its instant. A task that is overdue by then counts as missed. */
    public static TaskOffers of(Task task, TaskSituation situation) {
        TaskContext context = new TaskContext(task, situation);
        context.overdue();
        Set<TaskAct> acts = EnumSet.noneOf(TaskAct.class);
        for (TaskAct act : TaskAct.values()) {
            if (TaskGuards.against(context, act) == null) {
                acts.add(act);
            }
        }
        Set<String> assignees = Set.of();
        if (acts.contains(TaskAct.ASSIGN)) {
            assignees = situation.roster().people().stream()
                    .filter(person -> !person.id().equals(task.owner()))
                    .filter(person -> TaskGuards.againstNaming(context, person) == null)
                    .map(Person::id)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (assignees.isEmpty()) {
                acts.remove(TaskAct.ASSIGN);
            }
        }
        return new TaskOffers(acts, assignees);
    }

    /** Returns whether the actor of the situation may open a task. */
    public static boolean mayOpen(TaskSituation situation) {
        return TaskGuards.againstOpening(new TaskContext(null, situation)) == null;
    }

    public boolean contains(TaskAct act) {
        return acts.contains(act);
    }

    /** Returns the nouns of the acts. */
    public List<String> words() {
        return acts.stream().map(TaskAct::word).toList();
    }
}
