package dev.bellrope.core.escalation;

import org.jspecify.annotations.Nullable;

/**
 * What stands against an act whatever would be said with it: who asks, and how things stand. The {@link Decider} asks here
 * before it carries out a command, and {@link Offers} before anybody asks for it, so that the two cannot differ. What
 * depends on what is said stands in the rule.
 */
final class Guards {
    private Guards() {}

    /** Null for nothing. That the state allows it is presupposed. */
    static @Nullable Refusal against(Turn turn, Act act) {
        return switch (act) {
            case ACCEPT, DECLINE ->
                Beginning.againstAnswering(turn, act.permission().orElseThrow());
            case ACKNOWLEDGE -> Response.againstAcknowledging(turn);
            case HAND_OFF -> Ownership.againstHandOff(turn);
            case ACCEPT_HANDOFF, DECLINE_HANDOFF -> Ownership.againstAnsweringHandoff(turn);
            case RAISE_LEVEL -> Judgement.againstRaising(turn);
            case DE_ESCALATE -> Ending.againstDeEscalating(turn);
            case PAUSE -> Response.againstPausing(turn);
            case RESUME -> Response.againstResuming(turn);
            case CLOSE -> Ending.againstClosing(turn);
            // Which permission it takes depends on what it is about: the rule asks, and Offers does for each thing.
            case ASSIGN, DECIDE, WAIVE_TARGET -> null;
            default -> {
                String permission = act.permission().orElse("");
                yield permission.isEmpty() ? null : turn.against(permission);
            }
        };
    }
}
