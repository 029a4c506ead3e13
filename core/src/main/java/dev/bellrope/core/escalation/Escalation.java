package dev.bellrope.core.escalation;

import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.playbook.Assessment;
import dev.bellrope.core.playbook.Route;
import dev.bellrope.core.playbook.Severity;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of one escalation: the fold of its events, and nothing that is not in them.
 *
 * @param key {@code ESC-1042}
 * @param account the account's id
 * @param accountName its name when the escalation began
 * @param playbook the version it is judged by, whatever was published since
 * @param title one line for people
 * @param impactNote what it means for the customer's business, for everybody who takes part (B-05)
 * @param status where it is in its life
 * @param assessment how bad it is, how much is at stake, and why
 * @param level the ladder level it is at; empty before it opened
 * @param highestLevel the highest it ever was at
 * @param people role to person id
 * @param vacant roles for which nobody was found
 * @param tickets the tickets it covers, and whether each is done
 * @param clocks the newest clock of each target
 * @param misses how often each target was missed since it reached its level
 * @param pause why it waits; null when it does not
 * @param handoff the ownership that is offered; null when none is
 * @param questions decisions asked for and not yet made, by id
 * @param plan the remediation plan, in order
 * @param rootCause empty while unknown
 * @param workaround empty while there is none
 * @param criteria exit criteria that were confirmed or waived
 * @param times when things happened first or last
 * @param counts how often things happened
 */
public record Escalation(
        String key,
        String account,
        String accountName,
        String playbook,
        String title,
        String impactNote,
        Status status,
        Assessment assessment,
        String level,
        String highestLevel,
        Map<String, String> people,
        Set<String> vacant,
        Map<String, Boolean> tickets,
        Map<String, TargetClock> clocks,
        Map<String, Integer> misses,
        @Nullable Pause pause,
        @Nullable Handoff handoff,
        Map<String, Question> questions,
        List<PlanStep> plan,
        String rootCause,
        String workaround,
        Map<String, Confirmation> criteria,
        Times times,
        Counts counts) {

    public Escalation {
        people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
        vacant = Set.copyOf(vacant);
        tickets = Collections.unmodifiableMap(new LinkedHashMap<>(tickets));
        clocks = Collections.unmodifiableMap(new TreeMap<>(clocks));
        misses = Collections.unmodifiableMap(new TreeMap<>(misses));
        questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
        plan = List.copyOf(plan);
        criteria = Collections.unmodifiableMap(new TreeMap<>(criteria));
    }

    /** Why it waits, and since when. */
    public record Pause(String reason, String note, Instant since) {}

    /** An ownership that was offered and not yet taken. */
    public record Handoff(
            String from, String to, String situation, String openPromises, String nextAction, Instant since) {}

    /**
     * A decision that somebody was asked for.
     *
     * @param of a person's id, or a duty or role of which anybody may answer
     * @param channel for a message to the customer that waits for approval, the channel it would take; else empty
     * @param late whether it was not answered in time
     */
    public record Question(
            String id, String question, List<String> options, String of, Instant since, String channel, boolean late) {
        public static final String SEND = "send";
        public static final String KEEP = "do not send";

        /** Whether it is a message to the customer that waits for approval. */
        public boolean isMessage() {
            return !channel.isEmpty();
        }

        Question overdue() {
            return new Question(id, question, options, of, since, channel, true);
        }
    }

    /** An exit criterion that somebody confirmed or waived. */
    public record Confirmation(boolean waived, String text, Instant at) {}

    /**
     * When things happened; null where they have not. {@code requestAnswerBy} is when a request must be answered, {@code
     * searched} when an owner was last looked for in vain.
     */
    public record Times(
            @Nullable Instant requested,
            @Nullable Instant requestAnswerBy,
            @Nullable Instant opened,
            @Nullable Instant acknowledged,
            String acknowledgedBy,
            @Nullable Instant firstUpdate,
            @Nullable Instant lastUpdate,
            @Nullable Instant planned,
            @Nullable Instant resolved,
            @Nullable Instant watchUntil,
            boolean watchEnded,
            @Nullable Instant closed,
            @Nullable Instant customerHeard,
            @Nullable Instant searched,
            @Nullable Instant executivesInformed) {}

    /** How often things happened. */
    public record Counts(
            int reassignments,
            int reopenings,
            int climbs,
            int overdueAnswers,
            int handoffs,
            int questions,
            int searches,
            int briefings) {}

    /** How bad it is. */
    public Severity severity() {
        return assessment.severity();
    }

    /** The person who answers for it, where there is one. */
    public Optional<String> findOwner() {
        return Optional.ofNullable(people.get(Route.OWNER));
    }

    /** The open clock of a target. */
    public Optional<TargetClock> findOpenClock(String target) {
        return Optional.ofNullable(clocks.get(target)).filter(TargetClock::isOpen);
    }

    /** The promise that is due first of those that run, overdue ones included. */
    public Optional<TargetClock> findNextDue() {
        return clocks.values().stream()
                .filter(clock -> clock.isOpen() && !clock.isPaused())
                .min(Comparator.comparing(TargetClock::due));
    }

    /** How often a target was missed. */
    public int missed(String target) {
        return misses.getOrDefault(target, 0);
    }
}
