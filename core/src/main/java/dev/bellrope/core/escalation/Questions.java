package dev.bellrope.core.escalation;

import dev.bellrope.core.escalation.Escalation.Question;
import dev.bellrope.core.playbook.Permissions;
import dev.bellrope.core.routing.Person;
import org.jspecify.annotations.Nullable;

/** Decisions: asked for, made, and remembered with their rationale. */
final class Questions {
    private Questions() {}

    static String nextId(Turn turn) {
        return "D" + (turn.now().counts().questions() + 1);
    }

    /** Asks; refused where nobody could answer, so that nothing waits for nobody (T60). */
    static void ask(Turn turn, Command.AskDecision c) {
        String of = Refusal.blank(c.of(), "who is asked");
        boolean known = turn.situation.roster().find(of).isPresent()
                || turn.situation.roster().people().stream()
                        .map(Person::duties)
                        .anyMatch(duties -> duties.contains(of));
        if (!known) {
            throw Refusal.content("nobody is '" + of + "' or holds that duty, so nobody could answer");
        }
        turn.emit(new Event.DecisionAsked(nextId(turn), Refusal.blank(c.question(), "the question"), c.options(), of));
    }

    /** The one who was asked answers, or whoever may approve. */
    static @Nullable Refusal againstAnswering(Turn turn, Question question) {
        Actor actor = turn.situation.actor();
        return actor.id().equals(question.of())
                        || actor.roles().contains(question.of())
                        || turn.may(Permissions.APPROVE)
                ? null
                : Refusal.permission("this was asked of " + turn.nameOf(question.of()));
    }

    static void decide(Turn turn, Command.Decide c) {
        String rationale = Refusal.blank(c.rationale(), "the rationale");
        String choice = Refusal.blank(c.choice(), "the choice");
        if (c.decision().isEmpty()) {
            Refusal.raise(turn.against(Permissions.RESPOND));
            turn.emit(new Event.Decided(
                    nextId(turn), Refusal.blank(c.question(), "what was decided"), choice, rationale));
            return;
        }
        Question question = turn.now().questions().get(c.decision());
        if (question == null) {
            throw Refusal.content("no decision '" + c.decision() + "' waits; waiting are "
                    + turn.now().questions().keySet());
        }
        Refusal.raise(againstAnswering(turn, question));
        if (!question.options().isEmpty() && !question.options().contains(choice)) {
            throw Refusal.content("'" + choice + "' is none of the options " + question.options());
        }
        turn.emit(new Event.Decided(question.id(), question.question(), choice, rationale));
        if (question.isMessage() && choice.equals(Question.SEND)) {
            Response.send(turn, question.question(), question.channel());
        }
    }
}
