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
    public static @Nullable RuleRefusal against(DecisionContext context, Act act) {
        return switch (act) {
            case ACCEPT, DECLINE ->
                OpeningRules.againstAnswering(context, act.permission().orElseThrow());
            case ACKNOWLEDGE -> ResponseRules.againstAcknowledging(context);
            case HAND_OFF -> OwnershipRules.againstHandOff(context);
            case ACCEPT_HANDOFF, DECLINE_HANDOFF -> OwnershipRules.againstAnsweringHandoff(context);
            case RAISE_LEVEL -> TriageRules.againstRaising(context);
            case DE_ESCALATE -> ClosingRules.againstDeEscalating(context);
            case PAUSE -> ResponseRules.againstPausing(context);
            case RESUME -> ResponseRules.againstResuming(context);
            case CLOSE -> ClosingRules.againstClosing(context);
            // Which permission it takes depends on what it is about: the rule asks, and Offers does for each thing.
            case ASSIGN, DECIDE, WAIVE_TARGET -> null;
            default -> {
                String permission = act.permission().orElse("");
                yield permission.isEmpty() ? null : context.against(permission);
            }
        };
    }
}
