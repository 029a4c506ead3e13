package dev.bellrope.app.escalations.web;

import dev.bellrope.core.escalation.Alarm;
import dev.bellrope.core.escalation.Alarms;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.playbook.ClimbRule;
import dev.bellrope.core.playbook.Ladder;
import dev.bellrope.core.playbook.Playbook;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What will happen by itself if nobody does anything: every armed alarm in words. */
public final class NextSteps {
    private NextSteps() {}

    /**
     * One of them.
     *
     * @param climbsTo the level that it leads to; empty for none
     */
    public record NextStep(Instant at, String what, String climbsTo) {}

    /** Says a text by its key after {@code next.}, in some language. */
    interface Saying {
        String say(String key, Object... arguments);
    }

    /** The next first. */
    static List<NextStep> of(Escalation state, Playbook playbook, Saying saying) {
        return Alarms.of(state, playbook).stream()
                .sorted(Comparator.comparing(Alarm::at).thenComparing(Alarm::step))
                .map(alarm -> step(alarm, state, playbook, saying))
                .toList();
    }

    private static NextStep step(Alarm alarm, Escalation state, Playbook playbook, Saying saying) {
        List<String> parts = List.of(alarm.step().split(":", -1));
        return switch (parts.getFirst()) {
            case "target" -> {
                int percent = Integer.parseInt(parts.get(2));
                yield new NextStep(
                        alarm.at(),
                        percent >= 100
                                ? saying.say("missed", parts.get(1))
                                : saying.say("warned", parts.get(1), String.valueOf(percent)),
                        climbs(parts.get(1), percent, state, playbook) ? above(state, playbook) : "");
            }
            case "request", "owner", "handoff", "watch", "exit", "executives" ->
                new NextStep(alarm.at(), saying.say("" + parts.getFirst()), "");
            case "question" -> new NextStep(alarm.at(), saying.say("question", parts.get(1)), above(state, playbook));
            default -> new NextStep(alarm.at(), alarm.step(), "");
        };
    }

    private static boolean climbs(String target, int percent, Escalation state, Playbook playbook) {
        return playbook.ladder()
                .find(state.level())
                .map(level -> level.climbsWhen().stream().anyMatch(rule -> switch (rule) {
                    case ClimbRule.Missed(String missed, int times) ->
                        missed.equals(target) && percent >= 100 && state.missed(target) + 1 >= times;
                    case ClimbRule.UsedUp(String used, int share) -> used.equals(target) && percent == share;
                    case ClimbRule.SeverityIs ignored -> false;
                    case ClimbRule.TierIs ignored -> false;
                }))
                .orElse(false);
    }

    /** The next level, as far as the response tier lets it climb by itself. */
    private static String above(Escalation state, Playbook playbook) {
        Ladder ladder = playbook.ladder();
        int deepest = playbook.tiers().stream()
                .filter(tier -> tier.name().equals(state.assessment().tier())
                        && !tier.depth().isEmpty())
                .mapToInt(tier -> ladder.indexOf(tier.depth()))
                .findFirst()
                .orElse(ladder.levels().size() - 1);
        return ladder.findAbove(state.level())
                .filter(level -> ladder.indexOf(level.id()) <= deepest)
                .map(Ladder.Level::id)
                .orElse("");
    }
}
