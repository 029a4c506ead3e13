package dev.bellrope.app.desk.web;

import dev.bellrope.app.escalations.acts.EscalationView;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.playbook.Guardrails;
import dev.bellrope.core.routing.WaitingLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An escalation that nobody owns, with its place in the waiting line.
 *
 * @param because the reason for its place
 */
public record UnownedEscalation(EscalationView picture, boolean overdue, String because) {
    /** Returns the escalations that nobody owns, in the order in which to take them. */
    static List<UnownedEscalation> of(List<EscalationView> views, Guardrails guardrails, Instant at) {
        Map<String, EscalationView> waiting = views.stream()
                .filter(view -> view.state().status() == Status.ACTIVE)
                .filter(view -> view.state().findOwner().isEmpty())
                .collect(Collectors.toMap(view -> view.state().key(), Function.identity()));
        List<WaitingLine.WaitingEscalation> line =
                waiting.values().stream().map(view -> waiting(view.state(), at)).toList();
        return WaitingLine.order(line, guardrails, at).stream()
                .map(place -> new UnownedEscalation(
                        Objects.requireNonNull(waiting.get(place.waiting().key())), place.overdue(), place.because()))
                .toList();
    }

    private static WaitingLine.WaitingEscalation waiting(Escalation e, Instant at) {
        return new WaitingLine.WaitingEscalation(
                e.key(),
                e.severity(),
                e.assessment().band(),
                Objects.requireNonNullElse(e.times().opened(), at));
    }
}
