package dev.bellrope.app.escalations;

import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.app.tasks.Tasks;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.playbook.Exit;
import dev.bellrope.core.routing.Roster;
import dev.bellrope.core.task.ReviewLead;
import dev.bellrope.core.task.Task;
import dev.bellrope.core.task.TaskCommand;
import dev.bellrope.core.task.TaskDue;
import dev.bellrope.core.task.TaskTopic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Opens the review task that a closed escalation requires, in the transaction that closes it, and keeps it away from
 * those who took part.
 */
@Component
class ReviewTasks implements DecisionListener {
    private final Tasks tasks;
    private final Directory directory;
    private final Workloads workloads;

    ReviewTasks(Tasks tasks, Directory directory, Workloads workloads) {
        this.tasks = tasks;
        this.directory = directory;
        this.workloads = workloads;
    }

    @Override
    public void follow(List<DecisionRecord> decisions) {
        for (DecisionRecord decided : decisions) {
            Exit.Review review = decided.playbook().exit().review();
            if (review != null) {
                follow(decided, review);
            }
        }
    }

    /**
     * An escalation that is closed, reopened and closed again is reviewed once, unless its first review is already over.
     * Whoever takes part after it was reopened can no longer lead the review that is owed.
     */
    private void follow(DecisionRecord decided, Exit.Review review) {
        Escalation after = decided.after();
        Optional<Event.ReviewRequired> required = decided.happenings().stream()
                .map(RecordedEvent::event)
                .filter(Event.ReviewRequired.class::isInstance)
                .map(Event.ReviewRequired.class::cast)
                .findFirst();
        if (required.isEmpty() && after.counts().reopenings() == 0) {
            return;
        }
        TaskTopic topic = TaskTopic.escalation(after.key());
        Optional<Task> owed = tasks.findOpen(topic, Task.REVIEW);
        if (owed.isPresent()) {
            keepAway(owed.get(), after, review, decided);
        } else if (required.isPresent()) {
            open(topic, after, required.get(), review, decided);
        }
    }

    private void open(
            TaskTopic topic,
            Escalation closed,
            Event.ReviewRequired required,
            Exit.Review review,
            DecisionRecord decided) {
        Situation situation = situation(decided);
        ReviewLead lead = ReviewLead.of(closed, review, situation);
        tasks.open(
                Actor.SYSTEM,
                key -> new TaskCommand.OpenTask(
                        key,
                        Task.REVIEW,
                        "Review of " + closed.key() + ": " + closed.title(),
                        lead.note(),
                        topic,
                        lead.person(),
                        new TaskDue.DueAt(required.due()),
                        review.calendar(),
                        review.warn(),
                        climbsTo(closed, review.climbsTo(), situation.roster()),
                        review.climbsEvery(),
                        lead.excluded()));
    }

    private void keepAway(Task owed, Escalation after, Exit.Review review, DecisionRecord decided) {
        if (review.isLedByUninvolved()
                && !owed.excluded().containsAll(after.reviewBasis().involved())) {
            ReviewLead lead = ReviewLead.of(after, review, situation(decided));
            tasks.act(
                    owed.key(),
                    Actor.SYSTEM,
                    new TaskCommand.ExcludeFromTask(
                            lead.excluded(),
                            lead.person(),
                            "whoever takes part in " + after.key() + " cannot lead its review"
                                    + (lead.missing().isEmpty() ? "" : "; " + lead.missing())));
        }
    }

    private Situation situation(DecisionRecord decided) {
        String id = decided.after().account();
        Account account = directory.findAccount(id).orElseGet(() -> Account.named(id, id));
        Roster roster = directory.roster().counting(workloads::ofEverybody, () -> workloads.handledBefore(id));
        return new Situation(decided.happenings().getLast().at(), Actor.SYSTEM, decided.playbook(), account, roster);
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
