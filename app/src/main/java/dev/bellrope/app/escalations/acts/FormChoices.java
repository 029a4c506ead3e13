package dev.bellrope.app.escalations.acts;

import static dev.bellrope.app.web.Texts.text;

import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Act;
import dev.bellrope.core.escalation.PlanStep;
import dev.bellrope.core.playbook.Exit;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.routing.Person;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** The options of a form's fields, for one escalation and one viewer. */
final class FormChoices {
    private FormChoices() {}

    /** Returns the options as value to label; none for a field that is not a choice. */
    static Map<String, String> of(EscalationView view, Act act, FormField.FieldKind kind) {
        Map<String, String> choices = new LinkedHashMap<>();
        switch (kind) {
            case PERSON -> people(view, choices);
            case PERSON_OR_ROUTER -> {
                choices.put("", text("choice.router"));
                people(view, choices);
            }
            case PERSON_OR_DUTY -> {
                TreeSet<String> duties = new TreeSet<>();
                view.roster().values().forEach(person -> duties.addAll(person.duties()));
                duties.forEach(duty -> choices.put(duty, text("choice.duty", duty)));
                people(view, choices);
            }
            case ROLE -> {
                choices.put("owner", "owner");
                view.playbook().routes().stream()
                        .filter(route ->
                                route.name().equals(view.state().assessment().route()))
                        .forEach(route -> route.people().keySet().forEach(role -> choices.put(role, role)));
                view.state().people().keySet().forEach(role -> choices.put(role, role));
                view.state().vacant().forEach(role -> choices.put(role, text("choice.vacant", role)));
                choices.keySet().retainAll(view.offers().roles());
            }
            case SEVERITY -> {
                for (Severity severity : Severity.values()) {
                    if (severity != view.state().severity()) {
                        choices.put(severity.name(), severity.name());
                    }
                }
            }
            case CHANNEL -> {
                choices.put("email", text("choice.email"));
                choices.put("portal", text("choice.portal"));
                choices.put("helpdesk", text("choice.helpdesk"));
            }
            case PAUSE -> {
                TreeSet<String> reasons = new TreeSet<>();
                view.playbook().targets().values().forEach(rule -> reasons.addAll(rule.pausesWhile()));
                reasons.forEach(reason -> choices.put(reason, reason.replace('-', ' ')));
            }
            case TARGET ->
                view.state().clocks().values().stream()
                        .filter(TargetClock::isOpen)
                        .forEach(clock -> choices.put(clock.target(), clock.target()));
            case CRITERION_BY_WORD -> criteria(view, choices, true);
            case CRITERION -> criteria(view, choices, false);
            case QUESTION -> {
                view.state().questions().values().forEach(question -> choices.put(question.id(), question.question()));
                choices.put("", text("choice.unasked"));
            }
            case STEP -> {
                for (PlanStep step : view.state().plan()) {
                    choices.put(step.id(), step.id() + ". " + step.text());
                }
            }
            default -> {}
        }
        if (kind.isOfThisEscalation()) {
            choices.keySet().removeIf(thing -> !view.isOffered(act, thing));
        }
        return choices;
    }

    private static void people(EscalationView view, Map<String, String> choices) {
        view.roster().values().stream()
                .sorted(java.util.Comparator.comparing(Person::name))
                .forEach(person -> choices.put(person.id(), text("choice." + presence(person, view), person.name())));
    }

    private static String presence(Person person, EscalationView view) {
        return person.isAbsent(view.at()) ? "away" : person.isWorking(view.at()) ? "working" : "off";
    }

    private static void criteria(EscalationView view, Map<String, String> choices, boolean byWord) {
        for (EscalationView.CriterionView criterion : view.criteria()) {
            boolean said = view.playbook()
                    .exit()
                    .findCriterion(criterion.name())
                    .map(Exit.ExitCriterion::check)
                    .map(Exit.Check::isSaid)
                    .orElse(false);
            if (!criterion.isHolding() && (said || !byWord)) {
                choices.put(criterion.name(), criterion.name().replace('-', ' '));
            }
        }
    }
}
