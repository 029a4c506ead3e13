package dev.bellrope.core.task;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of one task: the fold of its events, and nothing that is not in them.
 *
 * @param key {@code TASK-1042}
 * @param origin what it came from: {@code review}; empty: somebody opened it
 * @param title what is owed, in words
 * @param note what else there is to say; may be empty
 * @param topic what it is about
 * @param owner the id of the person who owes it; empty: nobody was found
 * @param openedBy the id of whoever opened it
 * @param opened when
 * @param calendar the name of the playbook's calendar in which its time is counted
 * @param due when it is due
 * @param warn the share of its time, in percent, at which its owner is warned, 1 to 99; 0: never
 * @param warnAt when its owner is warned; null: never, or they were already
 * @param climbsTo to whom it climbs once it is missed, one after another: ids of people, or duties
 * @param climbsEvery how long each of them has, in working time of the calendar
 * @param cycle how often it was given a due date, counting from 1
 * @param missed whether it was not done by its date
 * @param climbs the steps climbed so far, in order, including those at which nobody was found
 * @param nextClimb when it climbs to the next; null: there is none, or it is not missed
 * @param excluded the ids of those who may neither owe it nor say that it is done, because they took part in what it is
 *     about
 * @param outcome the evidence once it is done, the reason once it is cancelled; empty while it is open
 * @param ended when it was done or cancelled; null while it is open
 */
public record Task(
        String key,
        String origin,
        String title,
        String note,
        TaskTopic topic,
        String owner,
        String openedBy,
        Instant opened,
        String calendar,
        Instant due,
        int warn,
        @Nullable Instant warnAt,
        List<String> climbsTo,
        Duration climbsEvery,
        int cycle,
        boolean missed,
        List<TaskClimb> climbs,
        @Nullable Instant nextClimb,
        List<String> excluded,
        TaskStatus status,
        String outcome,
        @Nullable Instant ended) {
    /** The origin of a review of a closed escalation. */
    public static final String REVIEW = "review";

    public Task {
        climbsTo = List.copyOf(climbsTo);
        climbs = List.copyOf(climbs);
        excluded = List.copyOf(excluded);
    }

    /**
     * One step of its ladder.
     *
     * @param to the person or the duty that it went to
     * @param people who that was; empty: nobody, so that it went on at once
     */
    public record TaskClimb(String to, List<String> people) {
        public TaskClimb {
            people = List.copyOf(people);
        }
    }

    /** Returns whether somebody may neither owe it nor say that it is done. */
    public boolean isExcluded(String actor) {
        return excluded.contains(actor);
    }

    /** Whether it is still owed. */
    public boolean isOpen() {
        return status == TaskStatus.OPEN;
    }

    /** Returns everybody it has climbed to, in order. */
    public List<String> climbedTo() {
        return climbs.stream()
                .flatMap(climb -> climb.people().stream())
                .distinct()
                .toList();
    }

    /** Who owes it. */
    public Optional<String> findOwner() {
        return owner.isEmpty() ? Optional.empty() : Optional.of(owner);
    }
}
