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
import org.jspecify.annotations.Nullable;

/**
 * The state of one escalation: the fold of its events, and nothing that is not in them. Each of its parts can be asked for by its own name,
 * and what is in a part directly: {@code escalation.title()}.
 *
 * @param identity which one it is, and what about
 * @param standing where it is in its life, and how it is judged
 * @param team who works on it
 * @param tickets the tickets it covers, and whether each is done
 * @param promises what is promised, and how the promises fare
 * @param agenda what people still have to do
 * @param closure what is known and confirmed on the way to its end
 * @param reviewBasis what decides whether it is reviewed, and by whom
 * @param times when things happened first or last
 * @param counts how often things happened
 */
public record Escalation(
        Identity identity,
        Standing standing,
        Team team,
        Map<String, Boolean> tickets,
        Promises promises,
        Agenda agenda,
        Closure closure,
        ReviewBasis reviewBasis,
        Timestamps times,
        EscalationCounts counts) {
    public Escalation {
        tickets = Collections.unmodifiableMap(new LinkedHashMap<>(tickets));
    }

    /**
     * When things happened; null where they have not. {@code requestAnswerBy} is when a request must be answered, {@code
     * searched} when an owner was last looked for in vain.
     */
    public record Timestamps(
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
    public record EscalationCounts(
            int reassignments,
            int reopenings,
            int climbs,
            int overdueAnswers,
            int handoffs,
            int questions,
            int searches,
            int briefings) {}

    /** {@code ESC-1042}. */
    public String key() {
        return identity.key();
    }

    /** The account's id. */
    public String account() {
        return identity.account();
    }

    /** The name of the account when the escalation began. */
    public String accountName() {
        return identity.accountName();
    }

    /** The version of the playbook that it is judged by. */
    public String playbook() {
        return identity.playbook();
    }

    /** One line for people. */
    public String title() {
        return identity.title();
    }

    /** What it means for the customer's business; may be empty. */
    public String impactNote() {
        return identity.impactNote();
    }

    /** Where it is in its life. */
    public Status status() {
        return standing.status();
    }

    /** How bad it is, how much is at stake, and why. */
    public Assessment assessment() {
        return standing.assessment();
    }

    /** The ladder level it is at; empty before it opened. */
    public String level() {
        return standing.level();
    }

    /** The highest level it ever reached. */
    public String highestLevel() {
        return standing.highestLevel();
    }

    /** Role to person id. */
    public Map<String, String> people() {
        return team.people();
    }

    /** Roles for which nobody was found. */
    public Set<String> vacant() {
        return team.vacant();
    }

    /** The newest clock of each target. */
    public Map<String, TargetClock> clocks() {
        return promises.clocks();
    }

    /** How often each target was missed since it reached its level. */
    public Map<String, Integer> misses() {
        return promises.misses();
    }

    /** Why it waits; null when it does not. */
    public @Nullable CurrentPause pause() {
        return promises.pause();
    }

    /** The ownership that is offered; null when none is. */
    public @Nullable Handoff handoff() {
        return agenda.handoff();
    }

    /** Decisions asked for and not yet made, by id. */
    public Map<String, PendingDecision> questions() {
        return agenda.questions();
    }

    /** The remediation plan, in order. */
    public List<PlanStep> plan() {
        return agenda.plan();
    }

    /** The root cause; empty while unknown. */
    public String rootCause() {
        return closure.rootCause();
    }

    /** The workaround; empty while there is none. */
    public String workaround() {
        return closure.workaround();
    }

    /** Exit criteria that were confirmed or waived. */
    public Map<String, Confirmation> criteria() {
        return closure.criteria();
    }

    /** How bad it is. */
    public Severity severity() {
        return standing.assessment().severity();
    }

    /** The person who answers for it, where there is one. */
    public Optional<String> findOwner() {
        return Optional.ofNullable(people().get(Route.OWNER));
    }

    /** The open clock of a target. */
    public Optional<TargetClock> findOpenClock(String target) {
        return Optional.ofNullable(clocks().get(target)).filter(TargetClock::isOpen);
    }

    /** The promise that is due first of those that run, overdue ones included. */
    public Optional<TargetClock> findNextDue() {
        return clocks().values().stream()
                .filter(clock -> clock.isOpen() && !clock.isPaused())
                .min(Comparator.comparing(TargetClock::due));
    }

    /** How often a target was missed. */
    public int missed(String target) {
        return misses().getOrDefault(target, 0);
    }
}
