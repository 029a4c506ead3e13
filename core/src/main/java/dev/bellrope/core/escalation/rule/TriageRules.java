package dev.bellrope.core.escalation.rule;

import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.fact.Reason;
import dev.bellrope.core.playbook.Assessment;
import dev.bellrope.core.playbook.Ladder;
import dev.bellrope.core.playbook.Permissions;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.playbook.Triage;
import dev.bellrope.core.routing.Assignment;
import dev.bellrope.core.routing.Routing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules for judging an active escalation again. Tier and route are derived again, and {@link PromiseRules#refit}
 * adjusts the promises. People keep their roles, because few handoffs are worth more than the perfect owner, and vacant
 * roles are filled.
 */
public final class TriageRules {
    private TriageRules() {}

    /** Refuses to raise the level at the top of the ladder. */
    public static @Nullable RuleRefusal againstRaising(DecisionContext context) {
        RuleRefusal unpermitted = context.against(Permissions.RESPOND);
        return unpermitted != null
                        || context.playbook
                                .ladder()
                                .findAbove(context.now().level())
                                .isPresent()
                ? unpermitted
                : RuleRefusal.state(context.now().key() + " is at the top of the ladder already");
    }

    static void raiseLevel(DecisionContext context, Command.RaiseLevel c) {
        String reason = RuleRefusal.blank(c.reason(), "the reason");
        Ladder.Level above =
                context.playbook.ladder().findAbove(context.now().level()).orElseThrow();
        LadderRules.raise(context, above, Reason.of("by-hand", reason));
    }

    static void retriage(DecisionContext context, Command.Retriage c) {
        String reason = RuleRefusal.blank(c.reason(), "the reason");
        if (c.severity() == context.now().severity()) {
            throw RuleRefusal.content("it is " + c.severity() + " already");
        }
        Assessment anew = Triage.reassess(
                context.playbook,
                context.situation.account(),
                context.now().assessment(),
                c.severity(),
                context.facts(),
                context.at);
        judge(context, anew, reason);
    }

    /** Applies the assessment of a signal only if it is worse: a milder one is no reason to relax. */
    static void reassess(DecisionContext context, Command.Reassess c) {
        if (c.assessment().severity().isWorseThan(context.now().severity())) {
            judge(
                    context,
                    c.assessment(),
                    c.assessment().reasons().isEmpty()
                            ? c.assessment().trigger()
                            : c.assessment().reasons().getFirst().sentence());
        }
    }

    private static void judge(DecisionContext context, Assessment anew, String reason) {
        Severity before = context.now().severity();
        context.emit(new Event.Retriaged(before, anew, reason));
        if (context.now().status() != Status.ACTIVE) {
            return;
        }
        PromiseRules.refit(context, anew.severity().isWorseThan(before));
        for (Assignment assignment : Routing.assemble(context.need(), context.situation.roster())) {
            String role = assignment.role();
            if (!context.people().containsKey(role)) {
                Assignment found =
                        Routing.fill(role, context.need(), context.people(), List.of(), context.situation.roster());
                if (found.isFilled()) {
                    OwnershipRules.give(context, found, "severity is now " + anew.severity());
                }
            }
        }
        LadderRules.check(context, LadderRules.Occasion.NONE);
    }
}
