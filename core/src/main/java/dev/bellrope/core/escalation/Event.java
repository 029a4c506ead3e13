package dev.bellrope.core.escalation;

import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.fact.Reason;
import dev.bellrope.core.playbook.Assessment;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.routing.Assignment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to an escalation. */
public sealed interface Event {
    /** Somebody asked for it. */
    record Requested(
            String key,
            String account,
            String accountName,
            String playbook,
            String title,
            String impactNote,
            List<String> tickets,
            Assessment assessment,
            String signal,
            Instant answerBy)
            implements Event {}

    /** Nobody answered the request in time. */
    record RequestOverdue(int times, Instant answerBy) implements Event {}

    /** It was declined. */
    record Declined(String reason) implements Event {}

    /** A request was accepted. */
    record AcceptedRequest(String note) implements Event {}

    /** It is an escalation from here on. */
    record Opened(
            String key,
            String account,
            String accountName,
            String playbook,
            String title,
            String impactNote,
            List<String> tickets,
            Assessment assessment,
            String level,
            String signal)
            implements Event {}

    /** A role is held by somebody from here on; an empty person says that nobody was found. */
    record RoleAssigned(Assignment assignment, String reason) implements Event {
        /** The reason where nobody owned it and somebody was looked for again, found or not. */
        public static final String LOOKED_AGAIN = "nobody owned it";
    }

    /** We have seen it. */
    record Acknowledged(String by) implements Event {}

    /** A promise was made. */
    record TargetStarted(
            String target,
            int cycle,
            Duration budget,
            String calendar,
            Instant due,
            List<TargetClock.Warning> warnings,
            boolean nonNegotiable)
            implements Event {}

    /** A promise is close. */
    record TargetWarned(String target, int cycle, int percent) implements Event {}

    /** A promise was kept. */
    record TargetMet(String target, int cycle, Instant due) implements Event {}

    /** A promise was missed. */
    record TargetMissed(String target, int cycle, Instant due) implements Event {}

    /** A promise is no longer owed, without having been kept. */
    record TargetStopped(String target, int cycle, String reason) implements Event {}

    /** A promise does not run. */
    record TargetPaused(String target, int cycle, Duration remaining) implements Event {}

    /** A promise runs again. */
    record TargetResumed(String target, int cycle, Instant due, List<TargetClock.Warning> warnings) implements Event {}

    /** A promise was given another budget or instant; the old one stands in the earlier event and here. */
    record TargetMoved(
            String target,
            int cycle,
            Duration budget,
            String calendar,
            Instant from,
            Instant due,
            List<TargetClock.Warning> warnings,
            String reason)
            implements Event {}

    /** A promise was let go of by somebody entitled. */
    record TargetWaived(String target, int cycle, String reason) implements Event {}

    /** It waits, for a reason. */
    record Paused(String reason, String note) implements Event {}

    /** It waits no more. */
    record Resumed(String reason) implements Event {}

    /** One level up the ladder, and never more than one. */
    record LevelRaised(String from, String to, Reason reason) implements Event {}

    /** A ladder step had nobody to tell, and was passed over (D-13). */
    record LevelSkipped(String level, String reason) implements Event {}

    /** One level down. */
    record LevelLowered(String from, String to, String reason) implements Event {}

    /** It was judged anew. */
    record Retriaged(Severity from, Assessment assessment, String reason) implements Event {}

    /** The ownership was offered, by the owner or in their place. */
    record HandoffOffered(
            String from, String to, String situation, String openPromises, String nextAction, List<String> history)
            implements Event {}

    /** It was taken. */
    record HandoffAccepted(String from, String to) implements Event {}

    /** It was not taken. */
    record HandoffDeclined(String to, String reason) implements Event {}

    /** Nobody took it in time. */
    record HandoffOverdue(String to) implements Event {}

    /** A note was written. */
    record NoteAdded(boolean shared, String text) implements Event {}

    /**
     * A file was attached; its bytes are kept elsewhere.
     *
     * @param id under which the bytes are kept
     * @param file its name, as whoever attached it had it
     * @param type what its content is, {@code image/png}
     * @param size in bytes
     * @param text what it shows; may be empty
     */
    record Attached(String id, String file, String type, long size, String sha256, String text) implements Event {}

    /** The customer was told. */
    record UpdateSent(String text, String channel) implements Event {}

    /** The customer wrote. */
    record CustomerHeard(String signal, String text) implements Event {}

    /** A message to the customer waits for somebody's word. */
    record UpdateProposed(String id, String text, String channel, String of) implements Event {}

    /** Nobody answered a question in time. */
    record DecisionOverdue(String id, String of) implements Event {}

    /** A decision was asked for. */
    record DecisionAsked(String id, String question, List<String> options, String of) implements Event {}

    /** It was decided. */
    record Decided(String id, String question, String choice, String rationale) implements Event {}

    /** A workaround is known. */
    record WorkaroundRecorded(String text) implements Event {}

    /** The cause is known. */
    record RootCauseRecorded(String text) implements Event {}

    /** There is a plan. */
    record PlanSet(List<PlanStep> steps, String contingency) implements Event {}

    /** A step was validated. */
    record StepValidated(String step, boolean passed, String evidence) implements Event {}

    /** One more ticket is covered. */
    record TicketAttached(String ticket, String signal, String reason) implements Event {}

    /** A covered ticket is done, or not any more. */
    record TicketSeen(String ticket, boolean done) implements Event {}

    /** An exit criterion holds. */
    record CriterionMet(String criterion, String evidence) implements Event {}

    /** An exit criterion need not hold. */
    record CriterionWaived(String criterion, String reason) implements Event {}

    /** The trouble is over. */
    record Resolved(String summary) implements Event {}

    /** The step back to normal service began. */
    record WatchStarted(Instant until, String reason) implements Event {}

    /** The watch period is over. */
    record WatchEnded() implements Event {}

    /** The executives who take part were told where it stands, as the playbook's cadence wants it. */
    record ExecutivesInformed(List<String> who) implements Event {
        public ExecutivesInformed {
            who = List.copyOf(who);
        }
    }

    /** It came back. */
    record Reopened(String reason, Status from) implements Event {}

    /** It ended. */
    record Closed(String note) implements Event {}

    /** A review is owed. */
    record ReviewRequired(Reason reason, Instant due, String ledBy) implements Event {}

    /**
     * It went into another one, which is reviewed where this one would have been.
     *
     * @param reviewOwed why this one owed a review; null if it owed none
     */
    record MergedInto(String into, @Nullable Reason reviewOwed) implements Event {}

    /** Another one went into this, with everything that decides on its review. */
    record Absorbed(String from, List<String> tickets, ReviewBasis reviewBasis) implements Event {
        /** One that was recorded without a basis passes nothing on. */
        public Absorbed {
            reviewBasis = Objects.requireNonNullElse(reviewBasis, ReviewBasis.NOTHING);
        }
    }
}
