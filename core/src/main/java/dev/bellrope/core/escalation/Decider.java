package dev.bellrope.core.escalation;

import dev.bellrope.core.playbook.TargetRule;
import org.jspecify.annotations.Nullable;

/**
 * Turns a command into events. Pure: the same state, command and situation always give the same decision.
 *
 * <p>Which state allows an act, and by which permission, is said in {@link Act}; what else may stand against it in
 * {@link Guards}; whether its content makes sense, by the rule that carries it out.
 */
public final class Decider {
    private Decider() {}

    /**
     * Decides.
     *
     * @param state the state before; null for an escalation that is yet to begin
     */
    public static Decision decide(@Nullable Escalation state, Command command, Situation situation) {
        if (!Lifecycle.allows(state, command)) {
            return refused(Decision.Kind.STATE, Lifecycle.refusal(state, command.act()), state);
        }
        Turn turn = new Turn(state, situation);
        try {
            if (state != null && !(command instanceof Command.Strike)) {
                Strikes.overdue(turn);
            }
            Refusal.raise(Guards.against(turn, command.act()));
            run(turn, command);
        } catch (Refusal refusal) {
            return refused(refusal.kind(), refusal.sentence(), state);
        }
        return turn.done();
    }

    private static Decision.Refused refused(Decision.Kind kind, String why, @Nullable Escalation state) {
        return new Decision.Refused(kind, why, Lifecycle.allowed(state));
    }

    private static void run(Turn turn, Command command) {
        switch (command) {
            case Command.Request c -> Beginning.request(turn, c);
            case Command.Open c -> Beginning.open(turn, c);
            case Command.Accept c -> Beginning.accept(turn, c);
            case Command.Decline c -> Beginning.decline(turn, c);
            case Command.Acknowledge ignored -> Response.acknowledge(turn);
            case Command.Assign c -> Ownership.assign(turn, c);
            case Command.HandOff c -> Ownership.handOff(turn, c);
            case Command.AcceptHandoff ignored -> Ownership.acceptHandoff(turn);
            case Command.DeclineHandoff c -> Ownership.declineHandoff(turn, c);
            case Command.RaiseLevel c -> Judgement.raiseLevel(turn, c);
            case Command.DeEscalate c -> Ending.deEscalate(turn, c);
            case Command.Retriage c -> Judgement.retriage(turn, c);
            case Command.Reassess c -> Judgement.reassess(turn, c);
            case Command.Pause c -> Response.pause(turn, c);
            case Command.Resume c -> Response.resume(turn, c.note());
            case Command.AddNote c -> Response.note(turn, c);
            case Command.AttachFile c -> Response.attach(turn, c);
            case Command.SendUpdate c -> Response.update(turn, c);
            case Command.AskDecision c -> Questions.ask(turn, c);
            case Command.Decide c -> Questions.decide(turn, c);
            case Command.RecordWorkaround c ->
                turn.emit(new Event.WorkaroundRecorded(Refusal.blank(c.text(), "the workaround")));
            case Command.RecordRootCause c -> {
                turn.emit(new Event.RootCauseRecorded(Refusal.blank(c.text(), "the root cause")));
                Promises.meet(turn, TargetRule.ROOT_CAUSE);
            }
            case Command.SetPlan c -> Response.plan(turn, c);
            case Command.ValidateStep c -> Response.validate(turn, c);
            case Command.MovePromise c -> Response.movePromise(turn, c);
            case Command.WaiveTarget c -> Response.waive(turn, c);
            case Command.ConfirmCriterion c -> Ending.confirm(turn, c);
            case Command.WaiveCriterion c -> Ending.waive(turn, c);
            case Command.Resolve c -> Ending.resolve(turn, c);
            case Command.Reopen c -> Ending.reopen(turn, c);
            case Command.Close c -> Ending.close(turn, c);
            case Command.Merge c -> Ending.merge(turn, c);
            case Command.Absorb c -> turn.emit(new Event.Absorbed(c.from(), c.tickets()));
            case Command.AttachTicket c -> {
                if (!turn.now().tickets().containsKey(c.ticket())) {
                    turn.emit(new Event.TicketAttached(c.ticket(), c.signal(), c.reason()));
                }
            }
            case Command.SeeTicket c -> {
                Boolean done = turn.now().tickets().get(c.ticket());
                if (done != null && done != c.done()) {
                    turn.emit(new Event.TicketSeen(c.ticket(), c.done()));
                }
            }
            case Command.HearCustomer c -> Response.hear(turn, c);
            case Command.Strike c -> Strikes.strike(turn, c.alarm());
        }
        if (turn.hasBegun()) {
            Ending.closeByItself(turn);
        }
    }
}
