package dev.bellrope.core.engine;

import dev.bellrope.core.escalation.Alarm;
import dev.bellrope.core.escalation.Alarms;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Decision;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Evolution;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.escalation.rule.Decider;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.reaction.Reactions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of a command: the decision, folded into the state, and what follows from it. Everything that decides takes
 * this step: live, in a rehearsal, and in virtual time. Pure: the same arguments always give the same step.
 */
public sealed interface Step {
    /**
     * Takes a step.
     *
     * @param before the state before; null for an escalation that has not begun
     * @param sequence the number of its newest event; 0 for an escalation that has not begun
     */
    static Step take(@Nullable Escalation before, long sequence, Command command, Situation situation) {
        return switch (Decider.decide(before, command, situation)) {
            case Decision.Refused refusal -> new Rejected(refusal);
            case Decision.Accepted(List<Event> events) ->
                new Taken(
                        Objects.requireNonNull(
                                Evolution.after(
                                        before,
                                        situation.at(),
                                        situation.actor().id(),
                                        events),
                                "what begins an escalation has an event"),
                        sequence,
                        events,
                        situation);
        };
    }

    /**
     * The command was accepted. What follows is computed on request, because not every caller needs all of it.
     *
     * @param after the state with the events
     * @param before the number of the newest event before these, which follow without a gap
     * @param events in order; empty if the command changed nothing
     * @param situation the situation in which it was decided
     */
    record Taken(Escalation after, long before, List<Event> events, Situation situation) implements Step {
        public Taken {
            events = List.copyOf(events);
        }

        /** Returns the number of the newest event. */
        public long sequence() {
            return before + events.size();
        }

        /** Returns every alarm that is armed after the step, in no particular order. */
        public List<Alarm> alarms() {
            return Alarms.after(after, situation.playbook(), situation.at());
        }

        /** Returns every message that is due because of the events. */
        public List<Message> messages() {
            return Reactions.react(after, before + 1, events, situation);
        }
    }

    /** The command was refused, and nothing has changed. */
    record Rejected(Decision.Refused refusal) implements Step {}
}
