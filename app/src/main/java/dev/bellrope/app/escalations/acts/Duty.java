package dev.bellrope.app.escalations.acts;

import dev.bellrope.app.web.Texts;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Act;
import dev.bellrope.core.escalation.Duties;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that somebody must do next, in words.
 *
 * @param owed what it is, and whose
 * @param what in a few words
 * @param why the reason for it
 * @param due when it is due; empty if it has no due date
 * @param clock the clock behind it, if there is one
 * @param act the act that does it
 * @param preset the known values of its form
 */
public record Duty(
        EscalationView picture,
        Duties.Obligation owed,
        String what,
        String why,
        Optional<Instant> due,
        Optional<TargetClock> clock,
        Act act,
        Map<String, String> preset) {
    /** By due date; duties without one come last. */
    public static final Comparator<Duty> ORDER = Comparator.comparing(
                    (Duty duty) -> duty.due().orElse(Instant.MAX))
            .thenComparing(duty -> duty.picture().state().severity())
            .thenComparing(duty -> duty.picture().state().key())
            .thenComparing(Duty::act);

    /** Returns whether one click does it. */
    public boolean isOneClick() {
        return ActResource.of(act).fields().stream().allMatch(field -> preset.containsKey(field.name()));
    }

    /** Returns the keyboard key that does it; empty if none does. */
    public String key() {
        return switch (act) {
            case ACKNOWLEDGE, ACCEPT, ACCEPT_HANDOFF -> "a";
            case SEND_UPDATE -> "u";
            default -> "";
        };
    }

    /** Returns the address of the act in the API. */
    public String path() {
        String below = ActResource.of(act).path();
        for (Map.Entry<String, String> known : preset.entrySet()) {
            below = below.replace("{" + known.getKey() + "}", known.getValue());
        }
        return "/api/v1/escalations/" + picture.state().key() + "/" + below;
    }

    /** Returns whether the viewer owes it, and may do it now. */
    boolean isOfViewer() {
        return owed.isOf(picture.viewer()) && picture.isOffered(act);
    }

    /** Returns an id for its form that is unique on the page. */
    public String id() {
        return "duty-" + picture.state().key() + "-" + ActResource.of(act).slug() + "-"
                + String.join("-", preset.values()).hashCode();
    }

    /** Returns everything that the viewer of an escalation must do, in the reader's language. */
    public static List<Duty> of(EscalationView view) {
        return new DutyFinder(view, (key, arguments) -> Texts.text("duty." + key, arguments))
                .list().stream().filter(Duty::isOfViewer).toList();
    }
}
