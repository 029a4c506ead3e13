package dev.bellrope.app.escalations.web;

import dev.bellrope.app.escalations.Rehearsal;
import dev.bellrope.app.escalations.Row;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.playbook.Assessment;
import dev.bellrope.core.routing.Assignment;
import java.util.List;
import java.util.Optional;

/**
 * What will happen when an escalation is declared, as far as the form says what it is.
 *
 * @param scene empty while something is missing
 * @param missing what it is, or why it would not be accepted; empty: nothing
 * @param open the account's escalations that are open already, the newest first
 */
public record Foreseen(Optional<Rehearsal.Scene> scene, String missing, List<Row> open) {
    static final Foreseen NOTHING = new Foreseen(Optional.empty(), "", List.of());

    static Foreseen of(Rehearsal.Scene scene, List<Row> open) {
        return scene.refused().isEmpty()
                ? new Foreseen(Optional.of(scene), "", open)
                : new Foreseen(Optional.empty(), scene.refused(), open);
    }

    static Foreseen missing(String why) {
        return new Foreseen(Optional.empty(), why, List.of());
    }

    /** How it would be judged. */
    public Optional<Assessment> assessment() {
        return events(Event.Opened.class)
                .map(Event.Opened::assessment)
                .or(() -> events(Event.Requested.class).map(Event.Requested::assessment));
    }

    /** When a request would have to be answered; empty where it opens at once. */
    public Optional<Event.Requested> request() {
        return events(Event.Requested.class);
    }

    /** Who would take part, in the order in which they are found. */
    public List<Assignment> people() {
        return happenings().stream()
                .filter(Event.RoleAssigned.class::isInstance)
                .map(event -> ((Event.RoleAssigned) event).assignment())
                .toList();
    }

    /** What would be promised at once. */
    public List<Event.TargetStarted> promises() {
        return happenings().stream()
                .filter(Event.TargetStarted.class::isInstance)
                .map(Event.TargetStarted.class::cast)
                .toList();
    }

    private <E extends Event> Optional<E> events(Class<E> kind) {
        return happenings().stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private List<Event> happenings() {
        return scene.map(Rehearsal.Scene::events).orElse(List.of());
    }
}
