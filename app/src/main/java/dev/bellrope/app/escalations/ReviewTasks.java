package dev.bellrope.app.escalations;

import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.app.tasks.Tasks;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.playbook.Exit;
import dev.bellrope.core.playbook.Route;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.routing.Roster;
import dev.bellrope.core.task.Task;
import dev.bellrope.core.task.TaskCommand;
import dev.bellrope.core.task.TaskDue;
import dev.bellrope.core.task.TaskTopic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Opens the review task that a closed escalation requires, in the transaction that closes it. */
@Component
class ReviewTasks implements DecisionListener {
    private final Tasks tasks;
    private final Directory directory;

    ReviewTasks(Tasks tasks, Directory directory) {
        this.tasks = tasks;
        this.directory = directory;
    }

    @Override
    public void follow(List<DecisionRecord> decisions) {
        for (DecisionRecord decided : decisions) {
            Exit.Review review = decided.playbook().exit().review();
            for (RecordedEvent happening : decided.happenings()) {
                if (review != null && happening.event() instanceof Event.ReviewRequired required) {
                    open(decided.after(), required, review);
                }
            }
        }
    }

    /**
     * An escalation that is closed, reopened and closed again is reviewed once, unless its first review is already
     * over.
     */
    private void open(Escalation closed, Event.ReviewRequired required, Exit.Review review) {
        TaskTopic topic = TaskTopic.escalation(closed.key());
        if (tasks.hasOpen(topic, Task.REVIEW)) {
            return;
        }
        Roster roster = directory.roster();
        tasks.open(
                Actor.SYSTEM,
                key -> new TaskCommand.OpenTask(
                        key,
                        Task.REVIEW,
                        "Review of " + closed.key() + ": " + closed.title(),
                        note(closed, required.ledBy(), roster),
                        topic,
                        owner(closed, required.ledBy(), roster),
                        new TaskDue.DueAt(required.due()),
                        review.calendar(),
                        review.warn(),
                        climbsTo(closed, review.climbsTo(), roster),
                        review.climbsEvery()));
    }

    /** Says whom the playbook wants, where that is nobody whom it could be given to. */
    private static String note(Escalation closed, String ledBy, Roster roster) {
        return holders(closed, ledBy, roster).findAny().isPresent()
                ? ""
                : "It is to be led by " + ledBy.replace('-', ' ')
                        + ": whoever owes it finds them, and gives it to them.";
    }

    /**
     * The person whom the playbook names. Where it only describes in words who leads the review, whoever looked after
     * the escalation finds them.
     */
    private static String owner(Escalation closed, String ledBy, Roster roster) {
        Stream<String> holders = Stream.of(ledBy, Route.FACILITATOR, Route.OWNER, Route.SPONSOR)
                .flatMap(role -> holders(closed, role, roster));
        return holders.findFirst().orElse("");
    }

    /** Those on the roster who hold a role of the escalation, or a duty. */
    private static Stream<String> holders(Escalation closed, String role, Roster roster) {
        return Stream.concat(Optional.ofNullable(closed.people().get(role)).stream(), withDuty(role, roster))
                .filter(person -> roster.find(person).isPresent());
    }

    private static Stream<String> withDuty(String duty, Roster roster) {
        return roster.people().stream()
                .filter(person -> person.duties().contains(duty))
                .map(Person::id);
    }

    /**
     * Replaces roles with the people who held them at the end. Duties stay, since who holds them is looked up when the
     * task climbs.
     */
    private static List<String> climbsTo(Escalation closed, List<String> ladder, Roster roster) {
        Set<String> duties = roster.people().stream()
                .flatMap(person -> person.duties().stream())
                .collect(Collectors.toSet());
        return ladder.stream()
                .map(rung -> closed.people().getOrDefault(rung, rung))
                .filter(rung -> duties.contains(rung) || roster.find(rung).isPresent())
                .distinct()
                .toList();
    }
}
