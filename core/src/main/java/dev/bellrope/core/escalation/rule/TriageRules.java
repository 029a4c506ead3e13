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
 * Judging a running escalation anew. Tier and route are derived again; promises are fitted by {@link PromiseRules#refit};
 * people who act stay (few handoffs are worth more than the perfect owner), roles that nobody holds are filled.
 */
public final class TriageRules {
    private TriageRules() {}

    /** The ladder has a top. */
    public static @Nullable RuleRefusal againstRaising(DecisionContext turn) {
        RuleRefusal unpermitted = turn.against(Permissions.RESPOND);
        return unpermitted != null
                        || turn.playbook.ladder().findAbove(turn.now().level()).isPresent()
                ? unpermitted
                : RuleRefusal.state(turn.now().key() + " is at the top of the ladder already");
    }

    static void raiseLevel(DecisionContext turn, Command.RaiseLevel c) {
        String reason = RuleRefusal.blank(c.reason(), "the reason");
        Ladder.Level above =
                turn.playbook.ladder().findAbove(turn.now().level()).orElseThrow();
        LadderRules.raise(turn, above, Reason.of("by-hand", reason));
    }

    static void retriage(DecisionContext turn, Command.Retriage c) {
        String reason = RuleRefusal.blank(c.reason(), "the reason");
        if (c.severity() == turn.now().severity()) {
            throw RuleRefusal.content("it is " + c.severity() + " already");
        }
        Assessment anew = Triage.reassess(
                turn.playbook, turn.situation.account(), turn.now().assessment(), c.severity(), turn.facts(), turn.at);
        judge(turn, anew, reason);
    }

    /** What a signal says only ever makes it worse: a milder one is no reason to relax. */
    static void reassess(DecisionContext turn, Command.Reassess c) {
        if (c.assessment().severity().isWorseThan(turn.now().severity())) {
            judge(
                    turn,
                    c.assessment(),
                    c.assessment().reasons().isEmpty()
                            ? c.assessment().trigger()
                            : c.assessment().reasons().getFirst().sentence());
        }
    }

    private static void judge(DecisionContext turn, Assessment anew, String reason) {
        Severity before = turn.now().severity();
        turn.emit(new Event.Retriaged(before, anew, reason));
        if (turn.now().status() != Status.ACTIVE) {
            return;
        }
        PromiseRules.refit(turn, anew.severity().isWorseThan(before));
        for (Assignment assignment : Routing.assemble(turn.need(), turn.playbook, turn.situation.roster())) {
            String role = assignment.role();
            if (!turn.people().containsKey(role)) {
                Assignment found = Routing.fill(
                        role, turn.need(), turn.people(), List.of(), turn.playbook, turn.situation.roster());
                if (found.isFilled()) {
                    turn.emit(new Event.RoleAssigned(found, "severity is now " + anew.severity()));
                }
            }
        }
        LadderRules.check(turn, LadderRules.Occasion.NONE);
    }
}
