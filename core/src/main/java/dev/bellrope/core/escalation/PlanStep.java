package dev.bellrope.core.escalation;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One step of a remediation plan.
 *
 * @param id its id within the escalation, {@code 1}
 * @param text what is done
 * @param owner the person who does it; empty for the owner of the escalation
 * @param due when it is due; null for no date of its own
 * @param validation how we will know that it worked
 * @param state whether it is open, passed or failed its validation
 * @param evidence what showed it
 */
public record PlanStep(
        String id, String text, String owner, @Nullable Instant due, String validation, State state, String evidence) {
    /** How far a step is. */
    public enum State {
        OPEN,
        PASSED,
        FAILED;

        /** Returns its word in the API, {@code passed}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A step that is yet to be done. */
    public static PlanStep open(String id, String text, String owner, @Nullable Instant due, String validation) {
        return new PlanStep(id, text, owner, due, validation, State.OPEN, "");
    }

    /** The same step, to be validated anew: the trouble came back. */
    public PlanStep unvalidated() {
        return new PlanStep(id, text, owner, due, validation, State.OPEN, "");
    }

    /** The same step after a validation. */
    public PlanStep validated(boolean passed, String shownBy) {
        return new PlanStep(id, text, owner, due, validation, passed ? State.PASSED : State.FAILED, shownBy);
    }
}
