package dev.bellrope.app.desk.web;

import static dev.bellrope.app.web.Texts.text;

import dev.bellrope.app.desk.web.escalation.UpdateLetter;
import dev.bellrope.app.escalations.acts.ActResource;
import dev.bellrope.app.escalations.acts.EscalationView;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Act;
import dev.bellrope.core.escalation.Duties;
import dev.bellrope.core.playbook.TargetRule;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that a person must do next, in words.
 *
 * @param what in a few words
 * @param why the reason for it
 * @param due when it is due; empty if it has no due date
 * @param clock the clock behind it, if there is one
 * @param act the act that does it
 * @param preset the known values of its form
 */
public record Duty(
        EscalationView picture,
        String what,
        String why,
        Optional<Instant> due,
        Optional<TargetClock> clock,
        Act act,
        Map<String, String> preset) {
    /** By due date; duties without one come last. */
    static final Comparator<Duty> ORDER = Comparator.comparing(
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

    /** Returns the initial texts of its form, which may be changed. */
    public Map<String, String> drafts() {
        return act == Act.SEND_UPDATE ? Map.of("text", UpdateLetter.draft(picture.state())) : Map.of();
    }

    /** Returns an id for its form that is unique on the page. */
    public String id() {
        return "duty-" + picture.state().key() + "-" + ActResource.of(act).slug() + "-"
                + String.join("-", preset.values()).hashCode();
    }

    /** Returns everything that the viewer of an escalation must do. */
    static List<Duty> of(EscalationView view) {
        return Duties.of(view.state(), view.playbook(), view.at()).stream()
                .filter(owed -> owed.isOf(view.viewer()))
                .flatMap(owed -> of(view, owed).stream())
                .filter(duty -> view.isOffered(duty.act()))
                .toList();
    }

    /** Returns empty for a promise that no act of its own keeps. */
    private static Optional<Duty> of(EscalationView view, Duties.Obligation owed) {
        return switch (owed.kind()) {
            case ANSWER_REQUEST ->
                Optional.of(duty(
                        view, owed, text("duty.request"), text("duty.request.why"), Act.ACCEPT, Map.of("note", "")));
            case ANSWER_HANDOFF ->
                Optional.ofNullable(view.state().handoff())
                        .map(handoff -> duty(
                                view,
                                owed,
                                text("duty.handoff"),
                                text("duty.handoff.why", handoff.situation(), handoff.nextAction()),
                                Act.ACCEPT_HANDOFF,
                                Map.of()));
            case APPROVE -> question(view, owed, text("duty.approve"));
            case DECIDE -> question(view, owed, text("duty.decide"));
            case KEEP_PROMISE -> promise(view, owed);
            case RESUME ->
                Optional.ofNullable(view.state().pause())
                        .map(pause -> duty(
                                view,
                                owed,
                                text("duty.resume"),
                                text("duty.resume.why", pause.reason().replace('-', ' ')),
                                Act.RESUME,
                                Map.of("note", "")));
            case DO_STEP ->
                view.state().plan().stream()
                        .filter(step -> step.id().equals(owed.about()))
                        .findFirst()
                        .map(step -> duty(
                                view,
                                owed,
                                text("duty.step", step.id(), step.text()),
                                step.validation(),
                                Act.VALIDATE_STEP,
                                Map.of("step", step.id())));
            case START_WATCH ->
                Optional.of(duty(view, owed, text("duty.watch"), text("duty.watch.why"), Act.DE_ESCALATE, Map.of()));
            case CLOSE ->
                Optional.of(duty(view, owed, text("duty.close"), text("duty.close.why"), Act.CLOSE, Map.of()));
            case CONFIRM_CRITERION ->
                view.criteria().stream()
                        .filter(criterion -> criterion.name().equals(owed.about()))
                        .findFirst()
                        .map(criterion -> duty(
                                view,
                                owed,
                                text("duty.confirm", criterion.sentence()),
                                criterion.missing(),
                                Act.CONFIRM_CRITERION,
                                Map.of("criterion", criterion.name())));
        };
    }

    private static Optional<Duty> question(EscalationView view, Duties.Obligation owed, String what) {
        return Optional.ofNullable(view.state().questions().get(owed.about()))
                .map(question -> duty(
                        view,
                        owed,
                        what,
                        question.question(),
                        Act.DECIDE,
                        Map.of("decision", question.id(), "question", "")));
    }

    private static Optional<Duty> promise(EscalationView view, Duties.Obligation owed) {
        return switch (owed.about()) {
            case TargetRule.ACKNOWLEDGE -> Optional.of(promise(view, owed, text("duty.acknowledge"), Act.ACKNOWLEDGE));
            case TargetRule.PLAN -> Optional.of(promise(view, owed, text("duty.plan"), Act.SET_PLAN));
            case TargetRule.ROOT_CAUSE ->
                Optional.of(promise(view, owed, text("duty.root-cause"), Act.RECORD_ROOT_CAUSE));
            case TargetRule.RESOLVE -> Optional.of(promise(view, owed, text("duty.resolve"), Act.RESOLVE));
            case TargetRule.UPDATE -> Optional.of(promise(view, owed, text("duty.update"), Act.SEND_UPDATE));
            default -> Optional.empty();
        };
    }

    private static Duty promise(EscalationView view, Duties.Obligation owed, String what, Act act) {
        Optional<TargetClock> clock = view.state().findOpenClock(owed.about());
        String why = clock.filter(TargetClock::isMissed).isPresent() ? text("duty.missed") : "";
        return new Duty(view, what, why, owed.due(), clock, act, Map.of());
    }

    private static Duty duty(
            EscalationView view, Duties.Obligation owed, String what, String why, Act act, Map<String, String> preset) {
        return new Duty(view, what, why, owed.due(), Optional.empty(), act, preset);
    }
}
