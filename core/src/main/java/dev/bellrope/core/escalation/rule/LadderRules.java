package dev.bellrope.core.escalation.rule;

import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.fact.Reason;
import dev.bellrope.core.playbook.ClimbRule;
import dev.bellrope.core.playbook.Ladder;
import dev.bellrope.core.playbook.ResponseTier;
import dev.bellrope.core.routing.Assignment;
import dev.bellrope.core.routing.Routing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of the ladder: what makes an escalation climb, and who joins then. */
final class LadderRules {
    private LadderRules() {}

    /** Climbs as long as the rules of the levels say so, but no higher than the tier climbs by itself. */
    static void check(DecisionContext context, Occasion occasion) {
        boolean climbed = true;
        Occasion now = occasion;
        while (climbed && context.now().status() == Status.ACTIVE) {
            climbed = step(context, now);
            now = Occasion.NONE;
        }
    }

    /**
     * What has just happened to a target; {@link #NONE} if the escalation was judged or has reached a level. Rules
     * about a lasting condition (a severity, a tier) apply only in that case: a strike does not change the condition,
     * and would undo a step down.
     */
    record Occasion(String target, int percent) {
        static final Occasion NONE = new Occasion("", 0);
    }

    private static boolean step(DecisionContext context, Occasion occasion) {
        Optional<Ladder.Level> level =
                context.playbook.ladder().find(context.now().level());
        if (level.isEmpty()) {
            return false;
        }
        for (ClimbRule rule : level.get().climbsWhen()) {
            if (holds(context, rule, occasion)) {
                Map<String, String> facts = new LinkedHashMap<>();
                facts.put("level", level.get().id());
                facts.put("tier", context.now().assessment().tier());
                return climb(
                        context, new Reason("ladder." + level.get().id() + ".climbs-when", rule.toString(), facts));
            }
        }
        return false;
    }

    private static boolean holds(DecisionContext context, ClimbRule rule, Occasion occasion) {
        Escalation now = context.now();
        return switch (rule) {
            case ClimbRule.Missed(String target, int times) ->
                occasion.percent() == 100 && occasion.target().equals(target) && now.missed(target) >= times;
            case ClimbRule.UsedUp(String target, int percent) ->
                occasion.target().equals(target) && occasion.percent() >= percent;
            case ClimbRule.SeverityIs(var severity) -> occasion.equals(Occasion.NONE) && now.severity() == severity;
            case ClimbRule.TierIs(String tier) ->
                occasion.equals(Occasion.NONE) && now.assessment().tier().equals(tier);
        };
    }

    /**
     * Climbs one level by itself; if that is higher than the tier climbs by itself, emits that the level was skipped.
     */
    static boolean climb(DecisionContext context, Reason reason) {
        Ladder ladder = context.playbook.ladder();
        Optional<Ladder.Level> above = ladder.findAbove(context.now().level());
        if (above.isEmpty()) {
            return false;
        }
        String cap = depth(context);
        if (ladder.indexOf(above.get().id()) > ladder.indexOf(cap)) {
            context.emit(new Event.LevelSkipped(
                    above.get().id(),
                    reason.sentence() + ", but tier "
                            + context.now().assessment().tier() + " climbs no higher than " + cap + " by itself"));
            return false;
        }
        raise(context, above.get(), reason);
        return true;
    }

    private static String depth(DecisionContext context) {
        String tier = context.now().assessment().tier();
        return context.playbook.tiers().stream()
                .filter(candidate -> candidate.name().equals(tier))
                .map(ResponseTier::depth)
                .filter(depth -> context.playbook.ladder().indexOf(depth) >= 0)
                .findFirst()
                .orElse(context.playbook.ladder().levels().getLast().id());
    }

    /** Raises the escalation to a level, and further if nobody can be found at that level (D-13). */
    static void raise(DecisionContext context, Ladder.Level to, Reason reason) {
        context.emit(new Event.LevelRaised(context.now().level(), to.id(), reason));
        List<Assignment> brought = Routing.atLevel(to, context.need(), context.people(), context.situation.roster());
        for (Assignment assignment : brought) {
            boolean known = assignment.isFilled()
                    ? assignment.person().equals(context.people().get(assignment.role()))
                    : context.now().vacant().contains(assignment.role());
            if (!known) {
                context.emit(new Event.RoleAssigned(assignment, "reached " + to.id()));
            }
        }
        if (Routing.isEmptyStep(brought)) {
            context.emit(new Event.LevelSkipped(
                    to.id(), "nobody there: " + brought.getFirst().because()));
            climb(context, Reason.of("ladder." + to.id(), "nobody could be found at " + to.id()));
        }
    }
}
