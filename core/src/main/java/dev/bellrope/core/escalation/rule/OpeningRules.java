package dev.bellrope.core.escalation.rule;

import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.playbook.TargetRule;
import dev.bellrope.core.playbook.Trigger;
import dev.bellrope.core.routing.Assignment;
import dev.bellrope.core.routing.Routing;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an escalation begins: asked for and accepted, or opened at once. */
public final class OpeningRules {
    private static final Span ANSWER = new Span(0, Duration.ofMinutes(30));

    private OpeningRules() {}

    static void request(DecisionContext turn, Command.Request c) {
        turn.emit(new Event.Requested(
                c.key(),
                turn.situation.account().id(),
                turn.situation.account().name(),
                turn.playbook.version(),
                RuleRefusal.blank(c.title(), "the title"),
                c.impactNote(),
                c.tickets(),
                c.assessment(),
                c.signal(),
                answerSpan(turn, c.assessment().trigger()).after(turn.at)));
    }

    static void open(DecisionContext turn, Command.Open c) {
        begin(
                turn,
                new Event.Opened(
                        c.key(),
                        turn.situation.account().id(),
                        turn.situation.account().name(),
                        turn.playbook.version(),
                        RuleRefusal.blank(c.title(), "the title"),
                        c.impactNote(),
                        c.tickets(),
                        c.assessment(),
                        turn.playbook.ladder().first().id(),
                        c.signal()));
    }

    static void accept(DecisionContext turn, Command.Accept c) {
        Escalation asked = turn.now();
        turn.emit(new Event.AcceptedRequest(c.note()));
        begin(
                turn,
                new Event.Opened(
                        asked.key(),
                        asked.account(),
                        asked.accountName(),
                        asked.playbook(),
                        asked.title(),
                        asked.impactNote(),
                        List.copyOf(asked.tickets().keySet()),
                        asked.assessment(),
                        turn.playbook.ladder().first().id(),
                        ""));
    }

    static void decline(DecisionContext turn, Command.Decline c) {
        turn.emit(new Event.Declined(RuleRefusal.blank(c.reason(), "the reason for declining")));
    }

    /** The roles that the trigger names may answer, and those that the playbook's permissions name. */
    public static @Nullable RuleRefusal againstAnswering(DecisionContext turn, String permission) {
        boolean named = turn.playbook
                .findTrigger(turn.now().assessment().trigger())
                .map(trigger -> trigger.acceptBy().stream()
                        .anyMatch(turn.situation.actor().roles()::contains))
                .orElse(false);
        return named ? null : turn.against(permission);
    }

    private static void begin(DecisionContext turn, Event.Opened opened) {
        turn.emit(opened);
        for (Assignment assignment : Routing.assemble(turn.need(), turn.playbook, turn.situation.roster())) {
            turn.emit(new Event.RoleAssigned(assignment, "opened"));
        }
        PromiseRules.start(turn, TargetRule.Start.ON_OPEN);
        LadderRules.check(turn, LadderRules.Occasion.NONE);
    }

    /** How long a request may wait for an answer. */
    static Span answerSpan(DecisionContext turn, String trigger) {
        return turn.playbook
                .findTrigger(trigger)
                .map(Trigger::answerWithin)
                .filter(span -> !span.isZero())
                .orElse(ANSWER);
    }
}
