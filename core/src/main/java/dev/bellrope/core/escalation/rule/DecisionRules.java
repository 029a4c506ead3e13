package dev.bellrope.core.escalation.rule;

import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.PendingDecision;
import dev.bellrope.core.playbook.Permissions;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules for decisions: asking for them, making them, and recording their rationale. */
public final class DecisionRules {
    private DecisionRules() {}

    static String nextId(DecisionContext context) {
        return "D" + (context.now().counts().questions() + 1);
    }

    /** Returns whom a decision can be asked of: people, and duties that somebody holds. */
    public static Set<String> answerers(DecisionContext context) {
        return context.situation.roster().people().stream()
                .flatMap(person -> Stream.concat(Stream.of(person.id()), person.duties().stream()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Asks for a decision; refused if nobody could answer, so that no question waits for ever (T60). */
    static void ask(DecisionContext context, Command.AskDecision c) {
        String of = RuleRefusal.blank(c.of(), "who is asked");
        if (!answerers(context).contains(of)) {
            throw RuleRefusal.content("nobody is '" + of + "' or holds that duty, so nobody could answer");
        }
        context.emit(new Event.DecisionAsked(
                nextId(context), RuleRefusal.blank(c.question(), "the question"), c.options(), of));
    }

    /** Refuses an answer unless it comes from whoever was asked, or from somebody who may approve. */
    public static @Nullable RuleRefusal againstAnswering(DecisionContext context, PendingDecision question) {
        Actor actor = context.situation.actor();
        return actor.id().equals(question.of())
                        || actor.roles().contains(question.of())
                        || context.may(Permissions.APPROVE)
                ? null
                : RuleRefusal.permission("this was asked of " + context.nameOf(question.of()));
    }

    static void decide(DecisionContext context, Command.Decide c) {
        String rationale = RuleRefusal.blank(c.rationale(), "the rationale");
        String choice = RuleRefusal.blank(c.choice(), "the choice");
        if (c.decision().isEmpty()) {
            RuleRefusal.raise(context.against(Permissions.RESPOND));
            context.emit(new Event.Decided(
                    nextId(context), RuleRefusal.blank(c.question(), "what was decided"), choice, rationale));
            return;
        }
        PendingDecision question = context.now().questions().get(c.decision());
        if (question == null) {
            Set<String> waiting = context.now().questions().keySet();
            throw RuleRefusal.content("no decision '" + c.decision() + "' waits; "
                    + (waiting.isEmpty() ? "none does" : "accepted: " + String.join(", ", waiting)));
        }
        RuleRefusal.raise(againstAnswering(context, question));
        if (!question.options().isEmpty() && !question.options().contains(choice)) {
            throw RuleRefusal.content(
                    "'" + choice + "' is none of the options; accepted: " + String.join(", ", question.options()));
        }
        context.emit(new Event.Decided(question.id(), question.question(), choice, rationale));
        if (question.isMessage() && choice.equals(PendingDecision.SEND)) {
            ResponseRules.send(context, question.question(), question.channel());
        }
    }
}
