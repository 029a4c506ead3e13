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
 * What a command leads to: decided, folded into the state, and what follows from it. Everything that decides takes this
 * step: live, in a rehearsal, in virtual time. Pure: the same arguments always give the same step.
 */
public sealed interface Step {
    /**
     * Takes one.
     *
     * @param before the state before; null for an escalation that is yet to begin
     * @param sequence the number of its newest event; 0 for one that is yet to begin
     */
    static Step take(@Nullable Escalation before, long sequence, Command command, Situation situation) {
        return switch (Decider.decide(before, command, situation)) {
            case Decision.Refused refusal -> new Rejected(refusal);
            case Decision.Accepted(List<Event> events) ->
                new Taken(
                        Objects.requireNonNull(
                                Evolution.after(before, situation.at(), events),
                                "what begins an escalation has an event"),
                        sequence,
                        events,
                        situation);
        };
    }

    /**
     * The command is carried out. What follows is worked out when it is asked for, since not everybody asks for all of it.
     *
     * @param after the state with the events
     * @param before the number of the newest event before them; theirs follow without a gap
     * @param events in order; none when the command asked for what already is
     * @param situation in which it was decided
     */
    record Taken(Escalation after, long before, List<Event> events, Situation situation) implements Step {
        public Taken {
            events = List.copyOf(events);
        }

        /** The number of the newest event. */
        public long sequence() {
            return before + events.size();
        }

        /** Every alarm that is armed from here on, in no particular order. */
        public List<Alarm> alarms() {
            return Alarms.after(after, situation.playbook(), situation.at());
        }

        /** Everything that is to be said because of the events. */
        public List<Message> messages() {
            return Reactions.react(after, before + 1, events, situation);
        }
    }

    /** The command is not carried out, and nothing has changed. */
    record Rejected(Decision.Refused refusal) implements Step {}
}
