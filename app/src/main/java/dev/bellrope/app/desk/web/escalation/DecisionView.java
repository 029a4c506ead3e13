package dev.bellrope.app.desk.web.escalation;

import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.core.escalation.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A decision, from the question to the answer.
 *
 * @param of who was asked: a person's id, a duty or a role; empty if it was decided without a question
 * @param message whether it is about a message to the customer
 */
public record DecisionView(
        String id,
        String text,
        List<String> options,
        String of,
        Instant since,
        boolean message,
        boolean late,
        Optional<DecisionAnswer> answer) {
    public DecisionView {
        options = List.copyOf(options);
    }

    /** What was chosen, why, and by whom. */
    public record DecisionAnswer(String choice, String why, String by, Instant at) {}

    /** Returns all decisions of a history: the waiting ones first, then the newest first. */
    static List<DecisionView> of(List<RecordedEvent> history) {
        Map<String, DecisionView> found = new LinkedHashMap<>();
        for (RecordedEvent happening : history) {
            switch (happening.event()) {
                case Event.DecisionAsked e ->
                    found.put(e.id(), asked(e.id(), e.question(), e.options(), e.of(), happening.at(), false));
                case Event.UpdateProposed e ->
                    found.put(e.id(), asked(e.id(), e.text(), List.of(), e.of(), happening.at(), true));
                case Event.DecisionOverdue e -> found.computeIfPresent(e.id(), (id, question) -> question.overdue());
                case Event.Decided e ->
                    found.put(
                            e.id(),
                            found.getOrDefault(
                                            e.id(), asked(e.id(), e.question(), List.of(), "", happening.at(), false))
                                    .answered(e, happening));
                default -> {}
            }
        }
        List<DecisionView> ordered = new ArrayList<>();
        found.values().stream().filter(one -> one.answer().isEmpty()).forEach(ordered::add);
        List.copyOf(found.values()).reversed().stream()
                .filter(one -> one.answer().isPresent())
                .forEach(ordered::add);
        return ordered;
    }

    private static DecisionView asked(
            String id, String text, List<String> options, String of, Instant since, boolean message) {
        return new DecisionView(id, text, options, of, since, message, false, Optional.empty());
    }

    private DecisionView overdue() {
        return new DecisionView(id, text, options, of, since, message, true, answer);
    }

    private DecisionView answered(Event.Decided decided, RecordedEvent happening) {
        return new DecisionView(
                id,
                text,
                options,
                of,
                since,
                message,
                late,
                Optional.of(new DecisionAnswer(
                        decided.choice(), decided.rationale(), happening.actorName(), happening.at())));
    }
}
