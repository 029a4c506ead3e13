package dev.bellrope.app.escalations;

import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Alarms;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Decider;
import dev.bellrope.core.escalation.Decision;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Evolution;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.reaction.Reactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides and writes down: the event rows, the state, the alarms and whatever follows, all in the caller's transaction. */
@Component
class Ledger {
    private final EscalationTable escalations;
    private final EventTable events;
    private final AlarmTable alarms;
    private final Rosters rosters;
    private final Directory directory;
    private final Playbooks playbooks;
    private final List<Following> followings;

    Ledger(
            EscalationTable escalations,
            EventTable events,
            AlarmTable alarms,
            Rosters rosters,
            Directory directory,
            Playbooks playbooks,
            List<Following> followings) {
        this.escalations = escalations;
        this.events = events;
        this.alarms = alarms;
        this.rosters = rosters;
        this.directory = directory;
        this.playbooks = playbooks;
        this.followings = List.copyOf(followings);
    }

    String nextKey() {
        return "ESC-" + escalations.nextNumber();
    }

    /**
     * Decides on an escalation that the caller has locked, and writes down what follows.
     *
     * @throws Refused when it is not accepted; nothing is written then
     */
    Outcome carryOut(EscalationTable.Loaded locked, Actor actor, Command command, Instant at) {
        Situation situation = situation(locked.state(), actor, at);
        List<Event> decided = accepted(Decider.decide(locked.state(), command, situation));
        return append(locked, decided, situation);
    }

    /**
     * Begins an escalation of the key that the command carries.
     *
     * @throws Refused when it is not accepted
     */
    Outcome begin(String key, Actor actor, Command command, Account account, Instant at) {
        Playbook playbook = playbooks.inForce();
        Situation situation = new Situation(at, actor, playbook, account, rosters.forAccount(account.id()));
        List<Event> decided = accepted(Decider.decide(null, command, situation));
        Escalation after = Objects.requireNonNull(Evolution.after(null, at, decided));
        escalations.add(Long.parseLong(key.substring(key.indexOf('-') + 1)), after, decided.size(), at);
        return written(after, 0, decided, situation);
    }

    Account account(String id) {
        return directory.findAccount(id).orElseGet(() -> Account.named(id, id));
    }

    private Situation situation(Escalation state, Actor actor, Instant at) {
        return new Situation(
                at,
                actor,
                playbooks.get(state.playbook()),
                account(state.account()),
                rosters.forAccount(state.account()));
    }

    private static List<Event> accepted(Decision decision) {
        return switch (decision) {
            case Decision.Accepted(List<Event> happened) -> happened;
            case Decision.Refused refusal -> throw new Refused(refusal);
        };
    }

    private Outcome append(EscalationTable.Loaded before, List<Event> decided, Situation situation) {
        if (decided.isEmpty()) {
            return new Outcome(before.state(), before.sequence(), List.of());
        }
        Escalation after = Objects.requireNonNull(Evolution.after(before.state(), situation.at(), decided));
        escalations.change(before.state(), before.sequence(), after, before.sequence() + decided.size());
        return written(after, before.sequence(), decided, situation);
    }

    private Outcome written(Escalation after, long before, List<Event> decided, Situation situation) {
        events.add(after.key(), before + 1, situation.at(), situation.actor(), decided);
        alarms.arm(DueAlarm.ofEscalation(after.key()), Alarms.of(after, situation.playbook()));
        List<Happening> happenings = new ArrayList<>();
        for (Event event : decided) {
            happenings.add(new Happening(
                    before + 1 + happenings.size(),
                    situation.at(),
                    situation.actor().id(),
                    situation.actor().name(),
                    event));
        }
        List<Message> messages = Reactions.react(after, before + 1, decided, situation);
        followings.forEach(following -> following.follow(after, happenings, messages, situation.playbook()));
        return new Outcome(after, before + decided.size(), happenings);
    }

    /** The playbook that an escalation is judged by. */
    Playbook playbookOf(@Nullable Escalation state) {
        return state == null ? playbooks.inForce() : playbooks.get(state.playbook());
    }
}
