package dev.bellrope.app.escalations.web;

import static dev.bellrope.app.web.Texts.text;

import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.PlanStep;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.playbook.Route;
import dev.bellrope.core.playbook.TargetRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Something that somebody must do next.
 *
 * @param what in a few words
 * @param why what it rests on
 * @param due by when; empty where nothing runs down
 * @param clock the clock behind it, where there is one
 * @param noun what does it
 * @param preset what is known already of its form
 */
public record Duty(
        Picture picture,
        String what,
        String why,
        Optional<Instant> due,
        Optional<TargetClock> clock,
        Noun noun,
        Map<String, String> preset) {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** What slips first first; what has no date comes last. */
    static final Comparator<Duty> ORDER = Comparator.comparing(
                    (Duty duty) -> duty.due().orElse(Instant.MAX))
            .thenComparing(duty -> duty.picture().state().severity())
            .thenComparing(duty -> duty.picture().state().key())
            .thenComparing(Duty::noun);

    /** Whether one click does it. */
    public boolean isOneClick() {
        return noun.fields().stream().allMatch(field -> preset.containsKey(field.name()));
    }

    /** The key that does it; empty where none does. */
    public String key() {
        return switch (noun) {
            case ACKNOWLEDGEMENT, ACCEPTANCE, HANDOFF_ACCEPTANCE -> "a";
            case UPDATE -> "u";
            default -> "";
        };
    }

    /** Words that its form begins with and that may be changed. */
    public Map<String, String> drafts() {
        return noun == Noun.UPDATE ? Map.of("text", Letter.draft(picture.state())) : Map.of();
    }

    /** A name for its form, unlike any other on the page. */
    public String id() {
        return "duty-" + picture.state().key() + "-" + noun.slug() + "-"
                + String.join("-", preset.values()).hashCode();
    }

    /** Everything that the viewer of the picture must do. */
    static List<Duty> of(Picture picture) {
        List<Duty> duties = new ArrayList<>();
        requests(picture, duties);
        asked(picture, duties);
        if (picture.state().status() != Status.REQUESTED) {
            promises(picture, duties);
            steps(picture, duties);
            ending(picture, duties);
        }
        return duties;
    }

    private static void requests(Picture picture, List<Duty> duties) {
        Escalation e = picture.state();
        if (e.status() == Status.REQUESTED && picture.isOffered(Noun.ACCEPTANCE)) {
            duties.add(new Duty(
                    picture,
                    text("duty.request"),
                    text("duty.request.why"),
                    Optional.ofNullable(e.times().requestAnswerBy()),
                    Optional.empty(),
                    Noun.ACCEPTANCE,
                    Map.of("note", "")));
        }
    }

    private static void asked(Picture picture, List<Duty> duties) {
        Escalation e = picture.state();
        Escalation.Handoff handoff = e.handoff();
        if (handoff != null && handoff.to().equals(picture.viewer().id())) {
            duties.add(new Duty(
                    picture,
                    text("duty.handoff"),
                    text("duty.handoff.why", handoff.situation(), handoff.nextAction()),
                    Optional.of(handoff.since().plus(PATIENCE)),
                    Optional.empty(),
                    Noun.HANDOFF_ACCEPTANCE,
                    Map.of()));
        }
        for (Escalation.Question question : e.questions().values()) {
            if (picture.isAsked(question)) {
                duties.add(new Duty(
                        picture,
                        question.isMessage() ? text("duty.approve") : text("duty.decide"),
                        question.question(),
                        picture.next().stream()
                                .filter(step -> step.what().startsWith("decision " + question.id() + " "))
                                .map(NextSteps.NextStep::at)
                                .findFirst()
                                .or(() -> Optional.of(question.since())),
                        Optional.empty(),
                        Noun.DECISION,
                        Map.of("decision", question.id(), "question", "")));
            }
        }
    }

    private static void promises(Picture picture, List<Duty> duties) {
        String speaker = picture.playbook().communication().customerBy();
        boolean speaks = picture.state().people().containsKey(speaker) ? holds(picture, speaker) : owns(picture);
        if (owns(picture)) {
            promise(picture, TargetRule.ACKNOWLEDGE, text("duty.acknowledge"), Noun.ACKNOWLEDGEMENT, duties);
            promise(picture, TargetRule.PLAN, text("duty.plan"), Noun.PLAN, duties);
            promise(picture, TargetRule.ROOT_CAUSE, text("duty.root-cause"), Noun.ROOT_CAUSE, duties);
            promise(picture, TargetRule.RESOLVE, text("duty.resolve"), Noun.RESOLUTION, duties);
        }
        if (speaks) {
            promise(picture, TargetRule.UPDATE, text("duty.update"), Noun.UPDATE, duties);
        }
        Escalation.Pause pause = picture.state().pause();
        if (pause != null && owns(picture) && picture.isOffered(Noun.RESUMPTION)) {
            duties.add(new Duty(
                    picture,
                    text("duty.resume"),
                    text("duty.resume.why", pause.reason().replace('-', ' ')),
                    Optional.empty(),
                    Optional.empty(),
                    Noun.RESUMPTION,
                    Map.of("note", "")));
        }
    }

    private static void promise(Picture picture, String target, String what, Noun noun, List<Duty> duties) {
        picture.state()
                .findOpenClock(target)
                .filter(Predicate.not(TargetClock::isPaused))
                .filter(clock -> picture.isOffered(noun))
                .ifPresent(clock -> duties.add(new Duty(
                        picture,
                        what,
                        clock.isMissed() ? text("duty.missed") : "",
                        Optional.of(clock.due()),
                        Optional.of(clock),
                        noun,
                        Map.of())));
    }

    private static void steps(Picture picture, List<Duty> duties) {
        for (PlanStep step : picture.state().plan()) {
            boolean mine = step.owner().isEmpty()
                    ? owns(picture)
                    : step.owner().equals(picture.viewer().id());
            if (mine && step.state() != PlanStep.State.PASSED && picture.isOffered(Noun.STEP_VALIDATION)) {
                duties.add(new Duty(
                        picture,
                        text("duty.step", step.id(), step.text()),
                        step.validation(),
                        Optional.ofNullable(step.due()),
                        Optional.empty(),
                        Noun.STEP_VALIDATION,
                        Map.of("step", step.id())));
            }
        }
    }

    private static void ending(Picture picture, List<Duty> duties) {
        Escalation e = picture.state();
        boolean ready = picture.criteria().stream().allMatch(Picture.Criterion::isHolding);
        boolean watched = picture.playbook().exit().watchFor(e.severity()).isZero();
        if (e.status() == Status.RESOLVED && !watched && owns(picture) && picture.isOffered(Noun.DE_ESCALATION)) {
            duties.add(plain(picture, text("duty.watch"), text("duty.watch.why"), Noun.DE_ESCALATION));
        }
        boolean over =
                (e.status() == Status.WATCH && e.times().watchEnded()) || (e.status() == Status.RESOLVED && watched);
        if (over && ready && picture.isOffered(Noun.CLOSING)) {
            duties.add(plain(picture, text("duty.close"), text("duty.close.why"), Noun.CLOSING));
        }
        for (Picture.Criterion criterion : picture.criteria()) {
            boolean byWord = picture.choices(Field.Kind.CRITERION_BY_WORD).containsKey(criterion.name());
            if (e.status() != Status.ACTIVE
                    && byWord
                    && owns(picture)
                    && picture.isOffered(Noun.CRITERION_CONFIRMATION)) {
                duties.add(new Duty(
                        picture,
                        text("duty.confirm", criterion.sentence()),
                        criterion.missing(),
                        Optional.empty(),
                        Optional.empty(),
                        Noun.CRITERION_CONFIRMATION,
                        Map.of("criterion", criterion.name())));
            }
        }
    }

    private static Duty plain(Picture picture, String what, String why, Noun noun) {
        return new Duty(picture, what, why, Optional.empty(), Optional.empty(), noun, Map.of());
    }

    private static boolean owns(Picture picture) {
        return holds(picture, Route.OWNER);
    }

    private static boolean holds(Picture picture, String role) {
        return picture.viewer().id().equals(picture.state().people().get(role));
    }
}
