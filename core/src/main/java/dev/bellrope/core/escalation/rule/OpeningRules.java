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

/** The rules for opening an escalation: requested and accepted, or opened at once. */
public final class OpeningRules {
    private static final Span ANSWER = new Span(0, Duration.ofMinutes(30));

    private OpeningRules() {}

    static void request(DecisionContext context, Command.Request c) {
        context.emit(new Event.Requested(
                c.key(),
                context.situation.account().id(),
                context.situation.account().name(),
                context.playbook.version(),
                RuleRefusal.blank(c.title(), "the title"),
                c.impactNote(),
                c.tickets(),
                c.assessment(),
                c.signal(),
                answerSpan(context, c.assessment().trigger()).after(context.at)));
    }

    static void open(DecisionContext context, Command.Open c) {
        begin(
                context,
                new Event.Opened(
                        c.key(),
                        context.situation.account().id(),
                        context.situation.account().name(),
                        context.playbook.version(),
                        RuleRefusal.blank(c.title(), "the title"),
                        c.impactNote(),
                        c.tickets(),
                        c.assessment(),
                        context.playbook.ladder().first().id(),
                        c.signal()));
    }

    static void accept(DecisionContext context, Command.Accept c) {
        Escalation asked = context.now();
        context.emit(new Event.AcceptedRequest(c.note()));
        begin(
                context,
                new Event.Opened(
                        asked.key(),
                        asked.account(),
                        asked.accountName(),
                        asked.playbook(),
                        asked.title(),
                        asked.impactNote(),
                        List.copyOf(asked.tickets().keySet()),
                        asked.assessment(),
                        context.playbook.ladder().first().id(),
                        ""));
    }

    static void decline(DecisionContext context, Command.Decline c) {
        context.emit(new Event.Declined(RuleRefusal.blank(c.reason(), "the reason for declining")));
    }

    /** Refuses an answer unless it comes from a role that the trigger names, or one that has the permission. */
    public static @Nullable RuleRefusal againstAnswering(DecisionContext context, String permission) {
        boolean named = context.playbook
                .findTrigger(context.now().assessment().trigger())
                .map(trigger -> trigger.acceptBy().stream()
                        .anyMatch(context.situation.actor().roles()::contains))
                .orElse(false);
        return named ? null : context.against(permission);
    }

    private static void begin(DecisionContext context, Event.Opened opened) {
        context.emit(opened);
        for (Assignment assignment : Routing.assemble(context.need(), context.situation.roster())) {
            context.emit(new Event.RoleAssigned(assignment, "opened"));
        }
        PromiseRules.start(context, TargetRule.Start.ON_OPEN);
        LadderRules.check(context, LadderRules.Occasion.NONE);
    }

    /** Returns how long a request may wait for an answer. */
    static Span answerSpan(DecisionContext context, String trigger) {
        return context.playbook
                .findTrigger(trigger)
                .map(Trigger::answerWithin)
                .filter(span -> !span.isZero())
                .orElse(ANSWER);
    }
}
