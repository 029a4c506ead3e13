package dev.bellrope.core.escalation;

import dev.bellrope.core.playbook.Assessment;
import dev.bellrope.core.playbook.Severity;
import java.time.Instant;
import java.util.List;

/** Everything that can be asked of an escalation. */
public sealed interface Command {
    /** Asks for an escalation that somebody must accept first. */
    record Request(
            String key, String title, String impactNote, List<String> tickets, Assessment assessment, String signal)
            implements Command {}

    /** Opens one at once. */
    record Open(String key, String title, String impactNote, List<String> tickets, Assessment assessment, String signal)
            implements Command {}

    /** Accepts a request. */
    record Accept(String note) implements Command {}

    /** Declines a request. */
    record Decline(String reason) implements Command {}

    /** Says: we have seen it, and somebody is on it. */
    record Acknowledge() implements Command {}

    /** Gives a role to somebody; an empty person lets the router choose. */
    record Assign(String role, String person, String reason) implements Command {}

    /** Offers the ownership to somebody else, with everything they need to know. */
    record HandOff(String to, String situation, String openPromises, String nextAction) implements Command {}

    /** Takes the ownership that was offered. */
    record AcceptHandoff() implements Command {}

    /** Refuses the ownership that was offered. */
    record DeclineHandoff(String reason) implements Command {}

    /** Takes it one level up the ladder. */
    record RaiseLevel(String reason) implements Command {}

    /** Lowers it: one level down while active, into the watch period once resolved. */
    record DeEscalate(String reason) implements Command {}

    /** Judges it anew; tier, targets and people follow. */
    record Retriage(Severity severity, String reason) implements Command {}

    /** Judges it anew from what a signal says; only ever makes it worse. */
    record Reassess(Assessment assessment, String signal) implements Command {}

    /** Stops the targets that this reason pauses. */
    record Pause(String reason, String note) implements Command {}

    /** Lets them run again. */
    record Resume(String note) implements Command {}

    /** Writes a note; a shared one the customer may read. */
    record AddNote(boolean shared, String text) implements Command {}

    /** Attaches a file, for internal use only; its bytes are stored elsewhere, under the id. */
    record AttachFile(String id, String file, String type, long size, String sha256, String text) implements Command {}

    /** Tells the customer where it stands. {@code channel} is {@code email}, {@code portal} or {@code helpdesk}. */
    record SendUpdate(String text, String channel) implements Command {}

    /** Asks somebody for a decision. */
    record AskDecision(String question, List<String> options, String of) implements Command {}

    /** Decides, with the rationale; {@code decision} is empty for one that nobody had asked for. */
    record Decide(String decision, String question, String choice, String rationale) implements Command {}

    /** Records a temporary workaround. */
    record RecordWorkaround(String text) implements Command {}

    /** Records the root cause. */
    record RecordRootCause(String text) implements Command {}

    /** Sets the remediation plan; replaces an earlier one, whose validated steps stay on the timeline. */
    record SetPlan(List<PlanStep> steps, String contingency) implements Command {}

    /** Says how the validation of a step went. */
    record ValidateStep(String step, boolean passed, String evidence) implements Command {}

    /** Moves the promised instant of a target; the old one is kept, and the reason. */
    record MovePromise(String target, Instant due, String reason) implements Command {}

    /** Lets go of a promise. */
    record WaiveTarget(String target, String reason) implements Command {}

    /** Says that an exit criterion holds. */
    record ConfirmCriterion(String criterion, String evidence) implements Command {}

    /** Says that an exit criterion need not hold. */
    record WaiveCriterion(String criterion, String reason) implements Command {}

    /** Says that the trouble is over. */
    record Resolve(String summary) implements Command {}

    /** Reopens it: the trouble came back. */
    record Reopen(String reason) implements Command {}

    /** Ends it. */
    record Close(String note) implements Command {}

    /** Puts it into another escalation of the same account. */
    record Merge(String into) implements Command {}

    /** Takes over what another escalation of the same account covered, and what decides on its review. */
    record Absorb(String from, List<String> tickets, ReviewBasis reviewBasis) implements Command {
        /** The command that goes with a merge, given the other escalation after it. */
        public static Absorb of(Escalation merged) {
            return new Absorb(
                    merged.key(),
                    List.copyOf(merged.tickets().keySet()),
                    merged.reviewBasis().passedOn(merged.highestLevel()));
        }
    }

    /** Covers one more ticket. */
    record AttachTicket(String ticket, String signal, String reason) implements Command {}

    /** A ticket it covers is done, or is not done any more. */
    record SeeTicket(String ticket, boolean done) implements Command {}

    /** The customer wrote. */
    record HearCustomer(String signal, String text) implements Command {}

    /** An alarm went off. */
    record Strike(Alarm alarm) implements Command {}

    /** The act that it asks for. */
    default Act act() {
        return Act.of(this);
    }

    /** The word of its act. */
    default String word() {
        return act().word();
    }
}
