package dev.bellrope.core.escalation;

import dev.bellrope.core.escalation.rule.ClosingRules;
import dev.bellrope.core.escalation.rule.Decider;
import dev.bellrope.core.escalation.rule.DecisionContext;
import dev.bellrope.core.escalation.rule.OpeningRules;
import dev.bellrope.core.escalation.rule.OwnershipRules;
import dev.bellrope.core.escalation.rule.ResponseRules;
import dev.bellrope.core.escalation.rule.RuleRefusal;
import dev.bellrope.core.escalation.rule.TriageRules;
import org.jspecify.annotations.Nullable;

/**
 * What stands against an act, whatever its command says: who asks, and how things stand. The {@link Decider} asks here
 * before it carries out a command, and {@link Offers} before anybody asks for it, so that the two cannot differ. What
 * depends on the content of the command is checked by the rule.
 */
public final class Guards {
    private Guards() {}

    /** Returns the refusal, or null for none. The caller has checked that the state allows the act. */
    public static @Nullable RuleRefusal against(DecisionContext turn, Act act) {
        return switch (act) {
            case ACCEPT, DECLINE ->
                OpeningRules.againstAnswering(turn, act.permission().orElseThrow());
            case ACKNOWLEDGE -> ResponseRules.againstAcknowledging(turn);
            case HAND_OFF -> OwnershipRules.againstHandOff(turn);
            case ACCEPT_HANDOFF, DECLINE_HANDOFF -> OwnershipRules.againstAnsweringHandoff(turn);
            case RAISE_LEVEL -> TriageRules.againstRaising(turn);
            case DE_ESCALATE -> ClosingRules.againstDeEscalating(turn);
            case PAUSE -> ResponseRules.againstPausing(turn);
            case RESUME -> ResponseRules.againstResuming(turn);
            case CLOSE -> ClosingRules.againstClosing(turn);
            // Which permission it takes depends on what it is about: the rule asks, and Offers does for each thing.
            case ASSIGN, DECIDE, WAIVE_TARGET -> null;
            default -> {
                String permission = act.permission().orElse("");
                yield permission.isEmpty() ? null : turn.against(permission);
            }
        };
    }
}
