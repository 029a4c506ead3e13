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

    /** The next first. */
    static List<NextStep> of(Escalation state, Playbook playbook) {
        return Alarms.of(state, playbook).stream()
                .sorted(Comparator.comparing(Alarm::at).thenComparing(Alarm::step))
                .map(alarm -> step(alarm, state, playbook))
                .toList();
    }

    private static NextStep step(Alarm alarm, Escalation state, Playbook playbook) {
        List<String> parts = List.of(alarm.step().split(":", -1));
        return switch (parts.getFirst()) {
            case "target" -> target(alarm.at(), parts.get(1), Integer.parseInt(parts.get(2)), state, playbook);
            case "request" -> new NextStep(alarm.at(), "the request is told again", "");
            case "owner" -> new NextStep(alarm.at(), "an owner is looked for again", "");
            case "handoff" -> new NextStep(alarm.at(), "the handoff is overdue", "");
            case "question" ->
                new NextStep(alarm.at(), "decision " + parts.get(1) + " is overdue", above(state, playbook));
            case "watch" -> new NextStep(alarm.at(), "the watch period is over", "");
            case "exit" -> new NextStep(alarm.at(), "silence counts as the customer's yes", "");
            default -> new NextStep(alarm.at(), alarm.step(), "");
        };
    }

    private static NextStep target(Instant at, String target, int percent, Escalation state, Playbook playbook) {
        boolean climbs = playbook.ladder()
                .find(state.level())
                .map(level -> level.climbsWhen().stream().anyMatch(rule -> switch (rule) {
                    case ClimbRule.Missed(String missed, int times) ->
                        missed.equals(target) && percent >= 100 && state.missed(target) + 1 >= times;
                    case ClimbRule.UsedUp(String used, int share) -> used.equals(target) && percent == share;
                    case ClimbRule.SeverityIs ignored -> false;
                    case ClimbRule.TierIs ignored -> false;
                }))
                .orElse(false);
        String what = percent >= 100
                ? target + " is missed"
                : target + ": a warning, " + percent + "% of the time is used up";
        return new NextStep(at, what, climbs ? above(state, playbook) : "");
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
