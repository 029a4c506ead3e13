package dev.bellrope.core.reaction;

import dev.bellrope.core.message.Message;
import dev.bellrope.core.message.Recipient;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.task.Task;
import dev.bellrope.core.task.TaskEvent;
import dev.bellrope.core.task.TaskSituation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides who must be told of events of a task. Nobody is told of their own acts, and of one decision nobody is told twice: what
 * happened last counts.
 */
public final class TaskReactions {
    /** The severity of all messages about tasks: a task takes days, so it wakes nobody up. */
    private static final Severity NOT_URGENT = Severity.S3;

    private final Task task;
    private final TaskSituation situation;
    private final Map<String, Message> messages = new LinkedHashMap<>();
    private long sequence;

    private TaskReactions(Task task, TaskSituation situation) {
        this.task = task;
        this.situation = situation;
    }

    /**
     * Returns the messages that follow from events.
     *
     * @param after the task after all of the events
     * @param first the sequence number of the first event within the task; part of every dedupe key
     */
    public static List<Message> react(Task after, long first, List<TaskEvent> events, TaskSituation situation) {
        TaskReactions reactions = new TaskReactions(after, situation);
        reactions.sequence = first;
        for (TaskEvent event : events) {
            reactions.tell(event);
            reactions.sequence++;
        }
        return List.copyOf(reactions.messages.values());
    }

    private void tell(TaskEvent event) {
        switch (event) {
            case TaskEvent.TaskOpened ignored -> {
                String template = task.origin().equals(Task.REVIEW) ? "review" : "task-assigned";
                if (owner().isEmpty()) {
                    say(ladder(), template, "nobody owes this yet: give it to somebody", task.note());
                } else {
                    say(owner(), template, "you owe this", task.note());
                }
            }
            case TaskEvent.TaskAssigned e -> {
                if (e.to().isEmpty()) {
                    say(ladder(), "task-assigned", "nobody owes this any more: give it to somebody", e.reason());
                } else {
                    say(List.of(e.to()), "task-assigned", "you owe this from now on", e.reason());
                }
                if (!e.from().isEmpty()) {
                    say(List.of(e.from()), "task-reassigned", "you owe this no more", e.reason());
                }
            }
            case TaskEvent.TaskExcluded ignored -> {}
            case TaskEvent.TaskReopened e -> say(owner(), "task-assigned", "you owe this after all", e.reason());
            case TaskEvent.TaskMoved e -> say(owner(), "task-assigned", "it was given another date", e.reason());
            case TaskEvent.TaskWarned ignored -> say(owner(), "task-warned", "its date is close", "");
            case TaskEvent.TaskMissed ignored -> say(owner(), "task-missed", "it was not done by its date", "");
            case TaskEvent.TaskClimbed e ->
                say(e.people(), "task-climbed", "it was not done by its date and climbs to you", "");
            case TaskEvent.TaskCompleted e -> say(others(), "task-over", "it is done", e.evidence());
            case TaskEvent.TaskCancelled e -> {
                Set<String> whom = new LinkedHashSet<>(owner());
                whom.addAll(others());
                say(whom, "task-over", "it is owed no more", e.reason());
            }
        }
    }

    private List<String> owner() {
        return task.findOwner().map(List::of).orElse(List.of());
    }

    /** Returns everybody to whom it would climb, so that a task without an owner does not lie unseen. */
    private Set<String> ladder() {
        Set<String> found = new LinkedHashSet<>();
        for (String rung : task.climbsTo()) {
            situation.roster().people().stream()
                    .filter(person ->
                            person.id().equals(rung) || person.duties().contains(rung))
                    .forEach(person -> found.add(person.id()));
        }
        return found;
    }

    /** Returns who else needs to know: whoever opened the task, and whoever it climbed to. */
    private Set<String> others() {
        Set<String> others = new LinkedHashSet<>(task.climbedTo());
        situation.roster().find(task.openedBy()).ifPresent(person -> others.add(person.id()));
        return others;
    }

    private void say(Collection<String> people, String template, String because, String text) {
        for (String person : new LinkedHashSet<>(people)) {
            if (!person.equals(situation.actor().id())) {
                Recipient to = new Recipient.Colleague(person);
                Message message = new Message(
                        task.key() + ":" + sequence + ":" + template + ":" + to.word(),
                        task.key(),
                        to,
                        Message.EMAIL,
                        template,
                        facts(text),
                        NOT_URGENT,
                        because,
                        situation.at());
                messages.remove(person);
                messages.put(person, message);
            }
        }
    }

    private Map<String, String> facts(String text) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("key", task.key());
        facts.put("title", task.title());
        facts.put("about", task.topic().key());
        facts.put("due", task.due().toString());
        facts.put("owner", task.findOwner().map(this::name).orElse(""));
        facts.put("text", text);
        return facts;
    }

    private String name(String person) {
        return situation.roster().find(person).map(Person::name).orElse(person);
    }
}
