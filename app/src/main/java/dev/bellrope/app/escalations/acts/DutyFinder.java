package dev.bellrope.app.escalations.acts;

import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Act;
import dev.bellrope.core.escalation.Duties;
import dev.bellrope.core.playbook.TargetRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts what is owed on an escalation into words, and finds the act that does it.
 *
 * @param sentences looks up a text by its key, without the prefix {@code duty.}
 */
record DutyFinder(EscalationView view, DutySentence sentences) {
    /** Looks up a text in some language. */
    interface DutySentence {
        String say(String key, Object... arguments);
    }

    /** Returns everything that is owed, by whomever, without promises that no act of its own keeps. */
    List<Duty> list() {
        return Duties.of(view.state(), view.playbook(), view.at()).stream()
                .flatMap(owed -> of(owed).stream())
                .toList();
    }

    /** Returns empty for a promise that no act of its own keeps. */
    private Optional<Duty> of(Duties.Obligation owed) {
        return switch (owed.kind()) {
            case ANSWER_REQUEST ->
                Optional.of(duty(
                        owed, sentences.say("request"), sentences.say("request.why"), Act.ACCEPT, Map.of("note", "")));
            case ANSWER_HANDOFF ->
                Optional.ofNullable(view.state().handoff())
                        .map(handoff -> duty(
                                owed,
                                sentences.say("handoff"),
                                sentences.say("handoff.why", handoff.situation(), handoff.nextAction()),
                                Act.ACCEPT_HANDOFF,
                                Map.of()));
            case APPROVE -> question(owed, sentences.say("approve"));
            case DECIDE -> question(owed, sentences.say("decide"));
            case KEEP_PROMISE -> promise(owed);
            case RESUME ->
                Optional.ofNullable(view.state().pause())
                        .map(pause -> duty(
                                owed,
                                sentences.say("resume"),
                                sentences.say("resume.why", pause.reason().replace('-', ' ')),
                                Act.RESUME,
                                Map.of("note", "")));
            case DO_STEP ->
                view.state().plan().stream()
                        .filter(step -> step.id().equals(owed.about()))
                        .findFirst()
                        .map(step -> duty(
                                owed,
                                sentences.say("step", step.id(), step.text()),
                                step.validation(),
                                Act.VALIDATE_STEP,
                                Map.of("step", step.id())));
            case START_WATCH ->
                Optional.of(duty(owed, sentences.say("watch"), sentences.say("watch.why"), Act.DE_ESCALATE, Map.of()));
            case CLOSE ->
                Optional.of(duty(owed, sentences.say("close"), sentences.say("close.why"), Act.CLOSE, Map.of()));
            case CONFIRM_CRITERION ->
                view.criteria().stream()
                        .filter(criterion -> criterion.name().equals(owed.about()))
                        .findFirst()
                        .map(criterion -> duty(
                                owed,
                                sentences.say("confirm", criterion.sentence()),
                                criterion.missing(),
                                Act.CONFIRM_CRITERION,
                                Map.of("criterion", criterion.name())));
        };
    }

    private Optional<Duty> question(Duties.Obligation owed, String what) {
        return Optional.ofNullable(view.state().questions().get(owed.about()))
                .map(question -> duty(
                        owed,
                        what,
                        question.question(),
                        Act.DECIDE,
                        Map.of("decision", question.id(), "question", "")));
    }

    private Optional<Duty> promise(Duties.Obligation owed) {
        return switch (owed.about()) {
            case TargetRule.ACKNOWLEDGE -> Optional.of(promise(owed, sentences.say("acknowledge"), Act.ACKNOWLEDGE));
            case TargetRule.PLAN -> Optional.of(promise(owed, sentences.say("plan"), Act.SET_PLAN));
            case TargetRule.ROOT_CAUSE ->
                Optional.of(promise(owed, sentences.say("root-cause"), Act.RECORD_ROOT_CAUSE));
            case TargetRule.RESOLVE -> Optional.of(promise(owed, sentences.say("resolve"), Act.RESOLVE));
            case TargetRule.UPDATE -> Optional.of(promise(owed, sentences.say("update"), Act.SEND_UPDATE));
            default -> Optional.empty();
        };
    }

    private Duty promise(Duties.Obligation owed, String what, Act act) {
        Optional<TargetClock> clock = view.state().findOpenClock(owed.about());
        String why = clock.filter(TargetClock::isMissed).isPresent() ? sentences.say("missed") : "";
        return new Duty(view, owed, what, why, owed.due(), clock, act, Map.of());
    }

    private Duty duty(Duties.Obligation owed, String what, String why, Act act, Map<String, String> preset) {
        return new Duty(view, owed, what, why, owed.due(), Optional.empty(), act, preset);
    }
}
