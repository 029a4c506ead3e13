package dev.bellrope.app.desk.web.escalation;

import dev.bellrope.app.escalations.acts.ActResource;
import dev.bellrope.app.web.Flash;
import dev.bellrope.app.web.Texts;
import dev.bellrope.core.escalation.Act;
import dev.bellrope.core.escalation.Escalation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.util.MultiValueMap;

/**
 * Finds the act that undoes another, if the lifecycle of an escalation has one. What people were told cannot be undone.
 */
final class UndoRule {
    private static final String ROLE = "role";

    private UndoRule() {}

    /**
     * Returns the undo form; called before the act, since some undo forms restore the state before it.
     *
     * @param before the state before the act; read only if it matters
     * @param form the form that was sent
     */
    static Optional<Flash.Undo> of(
            Act act, String key, Supplier<Escalation> before, MultiValueMap<String, String> form) {
        String why = Texts.text("undo.reason");
        return switch (act) {
            case PAUSE -> undo(key, Act.RESUME, Map.of("note", why));
            case RESUME ->
                Optional.ofNullable(before.get().pause())
                        .flatMap(pause -> undo(key, Act.PAUSE, Map.of("reason", pause.reason(), "note", why)));
            case RESOLVE, CLOSE -> undo(key, Act.REOPEN, Map.of("reason", why));
            case ASSIGN ->
                Optional.ofNullable(form.getFirst(ROLE))
                        .flatMap(role -> Optional.ofNullable(
                                        before.get().people().get(role))
                                .flatMap(holder ->
                                        undo(key, Act.ASSIGN, Map.of(ROLE, role, "person", holder, "reason", why))));
            default -> Optional.empty();
        };
    }

    private static Optional<Flash.Undo> undo(String key, Act act, Map<String, String> fields) {
        return Optional.of(
                new Flash.Undo("/escalations/" + key + "/" + ActResource.of(act).slug(), new HashMap<>(fields)));
    }
}
