package dev.bellrope.app.escalations.acts;

import dev.bellrope.core.engine.Foresight.Prediction;
import dev.bellrope.core.escalation.Event;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Says in words what happens by itself if nobody does anything. A strike that repeats with the same effect is listed
 * once.
 */
public final class NextSteps {
    private NextSteps() {}

    /**
     * One step that happens by itself.
     *
     * @param climbsTo the level that it leads to; empty for none
     * @param passes the levels that it skips on the way or does not reach
     */
    public record NextStep(
            Instant at,

            @Schema(example = "plan is missed") String what,

            @Schema(description = "The level that it leads to; empty for none", example = "L3")
            String climbsTo,

            @Schema(
                    description =
                            "The levels that are passed over since nobody is there, or not reached since the tier goes no higher by itself")
            List<String> passes) {}

    /** Looks up a text in some language by its key, without the prefix {@code next.}. */
    interface NextStepSentence {
        String say(String key, Object... arguments);
    }

    /**
     * Returns the steps, the next first.
     *
     * @param names returns the name for a person's id
     */
    static List<NextStep> of(List<Prediction> predictions, NextStepSentence saying, UnaryOperator<String> names) {
        Set<List<Object>> said = new HashSet<>();
        return predictions.stream()
                .filter(one -> said.add(List.of(one.alarm().step(), one.findLevel(), one.skipped(), one.isEnd())))
                .map(one -> new NextStep(
                        one.at(), sentence(one, saying, names), one.findLevel().orElse(""), one.skipped()))
                .toList();
    }

    private static String sentence(Prediction one, NextStepSentence saying, UnaryOperator<String> names) {
        String what = one.events().stream()
                .flatMap(event -> words(event, saying).stream())
                .findFirst()
                .or(() -> owner(one, saying, names))
                .orElseGet(() -> saying.say("exit"));
        return one.isEnd() ? saying.say("closed", what) : what;
    }

    private static Optional<String> words(Event event, NextStepSentence saying) {
        return switch (event) {
            case Event.TargetMissed e -> Optional.of(saying.say("missed", e.target()));
            case Event.TargetWarned e -> Optional.of(saying.say("warned", e.target(), String.valueOf(e.percent())));
            case Event.RequestOverdue ignored -> Optional.of(saying.say("request"));
            case Event.HandoffOverdue ignored -> Optional.of(saying.say("handoff"));
            case Event.DecisionOverdue e -> Optional.of(saying.say("question", e.id()));
            case Event.ExecutivesInformed ignored -> Optional.of(saying.say("executives"));
            case Event.WatchEnded ignored -> Optional.of(saying.say("watch"));
            default -> Optional.empty();
        };
    }

    /** The sentence about the search for an owner, whether or not it will find anybody. */
    private static Optional<String> owner(Prediction one, NextStepSentence saying, UnaryOperator<String> names) {
        return one.events().stream()
                .filter(Event.RoleAssigned.class::isInstance)
                .map(event -> ((Event.RoleAssigned) event).assignment())
                .findFirst()
                .map(found -> found.isFilled()
                        ? saying.say("owner.found", names.apply(found.person()))
                        : saying.say("owner"));
    }
}
