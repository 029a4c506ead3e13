package dev.bellrope.core.escalation.rule;

import dev.bellrope.core.escalation.Act;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Decision;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Guards;
import dev.bellrope.core.escalation.Lifecycle;
import dev.bellrope.core.escalation.Situation;
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
            return refused(Decision.RefusalKind.STATE, Lifecycle.refusal(state, command.act()), state);
        }
        DecisionContext turn = new DecisionContext(state, situation);
        try {
            if (state != null && !(command instanceof Command.Strike)) {
                AlarmRules.overdue(turn);
            }
            RuleRefusal.raise(Guards.against(turn, command.act()));
            run(turn, command);
        } catch (RuleRefusal refusal) {
            return refused(refusal.kind(), refusal.sentence(), state);
        }
        return turn.done();
    }

    private static Decision.Refused refused(Decision.RefusalKind kind, String why, @Nullable Escalation state) {
        return new Decision.Refused(kind, why, Lifecycle.allowed(state));
    }

    private static void run(DecisionContext turn, Command command) {
        switch (command) {
            case Command.Request c -> OpeningRules.request(turn, c);
            case Command.Open c -> OpeningRules.open(turn, c);
            case Command.Accept c -> OpeningRules.accept(turn, c);
            case Command.Decline c -> OpeningRules.decline(turn, c);
            case Command.Acknowledge ignored -> ResponseRules.acknowledge(turn);
            case Command.Assign c -> OwnershipRules.assign(turn, c);
            case Command.HandOff c -> OwnershipRules.handOff(turn, c);
            case Command.AcceptHandoff ignored -> OwnershipRules.acceptHandoff(turn);
            case Command.DeclineHandoff c -> OwnershipRules.declineHandoff(turn, c);
            case Command.RaiseLevel c -> TriageRules.raiseLevel(turn, c);
            case Command.DeEscalate c -> ClosingRules.deEscalate(turn, c);
            case Command.Retriage c -> TriageRules.retriage(turn, c);
            case Command.Reassess c -> TriageRules.reassess(turn, c);
            case Command.Pause c -> ResponseRules.pause(turn, c);
            case Command.Resume c -> ResponseRules.resume(turn, c.note());
            case Command.AddNote c -> ResponseRules.note(turn, c);
            case Command.AttachFile c -> ResponseRules.attach(turn, c);
            case Command.SendUpdate c -> ResponseRules.update(turn, c);
            case Command.AskDecision c -> DecisionRules.ask(turn, c);
            case Command.Decide c -> DecisionRules.decide(turn, c);
            case Command.RecordWorkaround c ->
                turn.emit(new Event.WorkaroundRecorded(RuleRefusal.blank(c.text(), "the workaround")));
            case Command.RecordRootCause c -> {
                turn.emit(new Event.RootCauseRecorded(RuleRefusal.blank(c.text(), "the root cause")));
                PromiseRules.meet(turn, TargetRule.ROOT_CAUSE);
            }
            case Command.SetPlan c -> ResponseRules.plan(turn, c);
            case Command.ValidateStep c -> ResponseRules.validate(turn, c);
            case Command.MovePromise c -> ResponseRules.movePromise(turn, c);
            case Command.WaiveTarget c -> ResponseRules.waive(turn, c);
            case Command.ConfirmCriterion c -> ClosingRules.confirm(turn, c);
            case Command.WaiveCriterion c -> ClosingRules.waive(turn, c);
            case Command.Resolve c -> ClosingRules.resolve(turn, c);
            case Command.Reopen c -> ClosingRules.reopen(turn, c);
            case Command.Close c -> ClosingRules.close(turn, c);
            case Command.Merge c -> ClosingRules.merge(turn, c);
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
            case Command.HearCustomer c -> ResponseRules.hear(turn, c);
            case Command.Strike c -> AlarmRules.strike(turn, c.alarm());
        }
        if (turn.hasBegun()) {
            ClosingRules.closeByItself(turn);
        }
    }
}
