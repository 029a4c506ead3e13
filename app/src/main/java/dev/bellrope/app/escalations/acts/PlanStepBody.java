package dev.bellrope.app.escalations.acts;

import dev.bellrope.core.escalation.PlanStep;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step of a plan, as a body gives it. */
@Schema(name = "PlanStep")
record PlanStepBody(
        @Schema(description = "Its id within the plan; its place unless given", example = "1") @Nullable String id,

        @Schema(example = "Raise the pool's limit") @Nullable String text,

        @Schema(description = "A person's id; empty for the owner", example = "ana") @Nullable String owner,

        @Schema(example = "2026-03-06T18:00:00+01:00") @Nullable Instant due,

        @Schema(description = "How we will know that it worked", example = "No waiting for an hour") @Nullable String validation) {
    PlanStep open(int place) {
        return PlanStep.open(
                BodyValues.text(id).isEmpty() ? String.valueOf(place) : BodyValues.text(id),
                BodyValues.text(text),
                BodyValues.text(owner),
                due,
                BodyValues.text(validation));
    }
}
