package dev.bellrope.app.escalations.acts;

import static dev.bellrope.app.web.Texts.text;

import dev.bellrope.core.engine.Step;
import dev.bellrope.core.escalation.Act;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.routing.Assignment;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Says in one sentence, next to the button, what an act will do beyond what was asked for. What depends on the state
 * and the playbook comes from the very step that the act would take.
 */
final class Consequence {
    /** Stands for text that has not been written yet. */
    private static final String WORDS = "…";

    private Consequence() {}

    /** Returns the sentence; empty for an act that changes little or would be refused. */
    static String of(EscalationView view, Act act) {
        return switch (act) {
            case SEND_UPDATE -> update(view);
            case RAISE_LEVEL -> raise(view);
            case RESOLVE -> resolution(view);
            case CLOSE -> closing(view);
            case MERGE -> text("consequence.merge", view.state().key());
            case DECLINE -> text("consequence.declination");
            case PAUSE -> pause(view);
            case WAIVE_TARGET -> text("consequence.target-waivers");
            case WAIVE_CRITERION -> text("consequence.criterion-waivers");
            case RETRIAGE -> text("consequence.retriage");
            case DE_ESCALATE -> deEscalation(view);
            case REOPEN -> text("consequence.reopening");
            case HAND_OFF -> text("consequence.handoffs");
            case MOVE_PROMISE -> text("consequence.promise-moves");
            default -> "";
        };
    }

    private static String update(EscalationView view) {
        return all(events(view, new Command.SendUpdate(WORDS, "email")), Event.UpdateProposed.class)
                .findFirst()
                .map(asked -> text("consequence.updates.approval", asked.of().replace('-', ' ')))
                .orElseGet(() -> text("consequence.updates"));
    }

    private static String raise(EscalationView view) {
        List<Event> events = events(view, new Command.RaiseLevel(WORDS));
        List<String> brought = all(events, Event.RoleAssigned.class)
                .map(Event.RoleAssigned::assignment)
                .filter(Assignment::isFilled)
                .map(one -> view.name(one.person()))
                .distinct()
                .toList();
        return all(events, Event.LevelRaised.class)
                .reduce((one, last) -> last)
                .flatMap(raised -> view.playbook().ladder().find(raised.to()))
                .map(level -> brought.isEmpty()
                        ? text("consequence.level-raises", level.id(), level.name())
                        : text("consequence.level-raises.people", level.id(), level.name(), String.join(", ", brought)))
                .orElse("");
    }

    private static String resolution(EscalationView view) {
        List<Event> events = events(view, new Command.Resolve(WORDS));
        List<String> ending = events.stream()
                .flatMap(event -> switch (event) {
                    case Event.TargetMet e -> Stream.of(e.target());
                    case Event.TargetStopped e -> Stream.of(e.target());
                    default -> Stream.empty();
                })
                .distinct()
                .sorted()
                .toList();
        return (ending.isEmpty()
                        ? text("consequence.resolution")
                        : text("consequence.resolution.promises", String.join(", ", ending)))
                + (isWatched(events) ? " " + text("consequence.resolution.watch", watch(view)) : "");
    }

    private static boolean isWatched(List<Event> events) {
        return all(events, Event.WatchStarted.class).findAny().isPresent();
    }

    private static String watch(EscalationView view) {
        return view.playbook().exit().watchFor(view.state().severity()).toString();
    }

    private static String closing(EscalationView view) {
        List<String> open = view.criteria().stream()
                .filter(Predicate.not(EscalationView.CriterionView::isHolding))
                .map(criterion -> criterion.name().replace('-', ' '))
                .toList();
        return open.isEmpty() ? text("consequence.closing") : text("consequence.closing.open", String.join(", ", open));
    }

    /** Takes all possible reasons together. */
    private static String pause(EscalationView view) {
        List<String> standing = view.choices(Act.PAUSE, FormField.FieldKind.PAUSE).keySet().stream()
                .flatMap(reason -> all(events(view, new Command.Pause(reason, "")), Event.TargetPaused.class))
                .map(Event.TargetPaused::target)
                .distinct()
                .sorted()
                .toList();
        return standing.isEmpty()
                ? text("consequence.pause.nothing")
                : text("consequence.pause", String.join(", ", standing));
    }

    private static String deEscalation(EscalationView view) {
        List<Event> events = events(view, new Command.DeEscalate(WORDS));
        return all(events, Event.LevelLowered.class)
                .findFirst()
                .flatMap(lowered -> view.playbook().ladder().find(lowered.to()))
                .map(below -> text("consequence.de-escalation", below.id(), below.name()))
                .orElseGet(() -> isWatched(events) ? text("consequence.de-escalation.watch", watch(view)) : "");
    }

    /** Returns no events for a command that would be refused. */
    private static List<Event> events(EscalationView view, Command command) {
        return view.step(command) instanceof Step.Taken taken ? taken.events() : List.of();
    }

    private static <E extends Event> Stream<E> all(List<Event> events, Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }
}
