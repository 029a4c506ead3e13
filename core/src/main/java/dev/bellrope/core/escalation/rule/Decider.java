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
 * <p>{@link Act} says which states allow an act, and with which permission; {@link Guards} say what else may prevent
 * it; the rule that carries it out checks its content.
 */
public final class Decider {
    private Decider() {}

    /**
     * Decides a command.
     *
     * @param state the state before; null for an escalation that has not begun
     */
    public static Decision decide(@Nullable Escalation state, Command command, Situation situation) {
        if (!Lifecycle.allows(state, command)) {
            return new Decision.Refused(Decision.RefusalKind.STATE, Lifecycle.refusal(state, command.act()));
        }
        DecisionContext context = new DecisionContext(state, situation);
        try {
            if (state != null && !(command instanceof Command.Strike)) {
                AlarmRules.overdue(context);
            }
            RuleRefusal.raise(Guards.against(context, command.act()));
            run(context, command);
        } catch (RuleRefusal refusal) {
            return new Decision.Refused(refusal.kind(), refusal.sentence());
        }
        return context.done();
    }

    private static void run(DecisionContext context, Command command) {
        switch (command) {
            case Command.Request c -> OpeningRules.request(context, c);
            case Command.Open c -> OpeningRules.open(context, c);
            case Command.Accept c -> OpeningRules.accept(context, c);
            case Command.Decline c -> OpeningRules.decline(context, c);
            case Command.Acknowledge ignored -> ResponseRules.acknowledge(context);
            case Command.Assign c -> OwnershipRules.assign(context, c);
            case Command.HandOff c -> OwnershipRules.handOff(context, c);
            case Command.AcceptHandoff ignored -> OwnershipRules.acceptHandoff(context);
            case Command.DeclineHandoff c -> OwnershipRules.declineHandoff(context, c);
            case Command.RaiseLevel c -> TriageRules.raiseLevel(context, c);
            case Command.DeEscalate c -> ClosingRules.deEscalate(context, c);
            case Command.Retriage c -> TriageRules.retriage(context, c);
            case Command.Reassess c -> TriageRules.reassess(context, c);
            case Command.Pause c -> ResponseRules.pause(context, c);
            case Command.Resume c -> ResponseRules.resume(context, c.note());
            case Command.AddNote c -> ResponseRules.note(context, c);
            case Command.AttachFile c -> ResponseRules.attach(context, c);
            case Command.SendUpdate c -> ResponseRules.update(context, c);
            case Command.AskDecision c -> DecisionRules.ask(context, c);
            case Command.Decide c -> DecisionRules.decide(context, c);
            case Command.RecordWorkaround c ->
                context.emit(new Event.WorkaroundRecorded(RuleRefusal.blank(c.text(), "the workaround")));
            case Command.RecordRootCause c -> {
                context.emit(new Event.RootCauseRecorded(RuleRefusal.blank(c.text(), "the root cause")));
                PromiseRules.meet(context, TargetRule.ROOT_CAUSE);
            }
            case Command.SetPlan c -> ResponseRules.plan(context, c);
            case Command.ValidateStep c -> ResponseRules.validate(context, c);
            case Command.MovePromise c -> ResponseRules.movePromise(context, c);
            case Command.WaiveTarget c -> ResponseRules.waive(context, c);
            case Command.ConfirmCriterion c -> ClosingRules.confirm(context, c);
            case Command.WaiveCriterion c -> ClosingRules.waive(context, c);
            case Command.Resolve c -> ClosingRules.resolve(context, c);
            case Command.Reopen c -> ClosingRules.reopen(context, c);
            case Command.Close c -> ClosingRules.close(context, c);
            case Command.Merge c -> ClosingRules.merge(context, c);
            case Command.Absorb c -> context.emit(new Event.Absorbed(c.from(), c.tickets(), c.reviewBasis()));
            case Command.AttachTicket c -> {
                if (!context.now().tickets().containsKey(c.ticket())) {
                    context.emit(new Event.TicketAttached(c.ticket(), c.signal(), c.reason()));
                }
            }
            case Command.SeeTicket c -> {
                Boolean done = context.now().tickets().get(c.ticket());
                if (done != null && done != c.done()) {
                    context.emit(new Event.TicketSeen(c.ticket(), c.done()));
                }
            }
            case Command.HearCustomer c -> ResponseRules.hear(context, c);
            case Command.Strike c -> AlarmRules.strike(context, c.alarm());
        }
        if (context.hasBegun()) {
            ClosingRules.closeByItself(context);
        }
    }
}
