package dev.bellrope.app.desk.web;

import dev.bellrope.app.escalations.store.EscalationRow;
import dev.bellrope.app.foresight.Rehearsal;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.playbook.Assessment;
import dev.bellrope.core.routing.Assignment;
import java.util.List;
import java.util.Optional;

/**
 * What will happen when an escalation is declared, as far as the form describes it.
 *
 * @param scene the rehearsed declaration; empty while something is missing
 * @param missing what is missing, or why it would be refused; empty if nothing is wrong
 * @param open the account's escalations that are already open, the newest first
 */
public record DeclarationForecast(Optional<Rehearsal.RehearsalStep> scene, String missing, List<EscalationRow> open) {
    static final DeclarationForecast NOTHING = new DeclarationForecast(Optional.empty(), "", List.of());

    static DeclarationForecast of(Rehearsal.RehearsalStep scene, List<EscalationRow> open) {
        return scene.refused().isEmpty()
                ? new DeclarationForecast(Optional.of(scene), "", open)
                : new DeclarationForecast(Optional.empty(), scene.refused(), open);
    }

    static DeclarationForecast missing(String why) {
        return new DeclarationForecast(Optional.empty(), why, List.of());
    }

    /** Returns how it would be judged. */
    public Optional<Assessment> assessment() {
        return events(Event.Opened.class)
                .map(Event.Opened::assessment)
                .or(() -> events(Event.Requested.class).map(Event.Requested::assessment));
    }

    /** Returns the request that would have to be answered; empty if it opens at once. */
    public Optional<Event.Requested> request() {
        return events(Event.Requested.class);
    }

    /** Returns who would take part, in the order in which they are found. */
    public List<Assignment> people() {
        return happenings().stream()
                .filter(Event.RoleAssigned.class::isInstance)
                .map(event -> ((Event.RoleAssigned) event).assignment())
                .toList();
    }

    /** Returns what would be promised at once. */
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
        return scene.map(Rehearsal.RehearsalStep::events).orElse(List.of());
    }
}
