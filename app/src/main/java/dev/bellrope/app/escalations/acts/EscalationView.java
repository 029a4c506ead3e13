package dev.bellrope.app.escalations.acts;

import dev.bellrope.app.web.Texts;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.engine.Foresight;
import dev.bellrope.core.engine.Step;
import dev.bellrope.core.escalation.Act;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Confirmation;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.ExitCriteria;
import dev.bellrope.core.escalation.Offers;
import dev.bellrope.core.escalation.PendingDecision;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.playbook.Exit;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.routing.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One escalation at an instant, with everything that can be derived from it: the page and the API show the same.
 *
 * @param sequence the number of the newest event in it
 * @param situation the context of a decision by the viewer; workloads are counted when they are first needed
 * @param roster our people by id
 * @param actorNames the names of people, users and programs
 * @param offers the acts that the viewer may request
 */
public record EscalationView(
        Escalation state,
        long sequence,
        Situation situation,
        Map<String, Person> roster,
        ActorNames actorNames,
        Offers offers) {
    private static final String PERSON = "person:";

    /** Returns the playbook that the escalation is judged by. */
    public Playbook playbook() {
        return situation.playbook();
    }

    /** Returns the instant of the view. */
    public Instant at() {
        return situation.at();
    }

    /** Returns who is looking. */
    public Actor viewer() {
        return situation.actor();
    }

    /** A clock, and the working time left on it. */
    public record PromiseView(TargetClock clock, Duration remaining, String hours, String pausedFor) {}

    /** An exit criterion; {@code missing} is empty when it holds. */
    public record CriterionView(String name, String sentence, String missing, boolean waived, String evidence) {
        public boolean isHolding() {
            return missing.isEmpty();
        }
    }

    /** Returns the clocks: open ones first, then running ones before paused ones, then by when they are due. */
    public List<PromiseView> promises() {
        return state.clocks().values().stream()
                .sorted(Comparator.comparing((TargetClock clock) -> !clock.isOpen())
                        .thenComparing(TargetClock::isPaused)
                        .thenComparing(TargetClock::due))
                .map(clock -> new PromiseView(
                        clock,
                        clock.remainingAt(at(), calendar(clock.calendar())),
                        hours(clock.calendar()),
                        clock.isPaused() && state.pause() != null
                                ? state.pause().reason()
                                : ""))
                .toList();
    }

    /** Finds the promise that is due first, except for paused ones. */
    public Optional<TargetClock> findNextDue() {
        return state.findNextDue();
    }

    public List<CriterionView> criteria() {
        Map<String, String> open = ExitCriteria.open(state, playbook(), at());
        return playbook().exit().criteria().stream()
                .map(criterion -> criterion(criterion, open))
                .toList();
    }

    private CriterionView criterion(Exit.ExitCriterion criterion, Map<String, String> open) {
        Confirmation said = state.criteria().get(criterion.name());
        return new CriterionView(
                criterion.name(),
                criterion.sentence(),
                open.getOrDefault(criterion.name(), ""),
                said != null && said.waived(),
                said == null ? "" : said.text());
    }

    EscalationView without(Act act) {
        return new EscalationView(state, sequence, situation, roster, actorNames, offers.without(act));
    }

    /** Returns the addresses of the acts that the viewer may request now, in alphabetical order. */
    public List<String> allowed() {
        return ActResource.paths(offers.acts());
    }

    /** Returns the acts that the viewer may request now by a form that has something to choose. */
    public List<Act> offered() {
        return ActResource.all().stream()
                .map(ActResource::act)
                .filter(this::isOffered)
                .toList();
    }

    /** Returns whether the viewer may request the act now, and its form has something to choose. */
    public boolean isOffered(Act act) {
        return offers.contains(act)
                && ActResource.of(act).fields().stream()
                        .map(FormField::kind)
                        .filter(kind -> kind.isOfThisEscalation() || kind == FormField.FieldKind.ROLE)
                        .noneMatch(kind -> choices(act, kind).isEmpty());
    }

    /** Returns whether the viewer may request the act now for a certain decision, target, step, criterion or person. */
    public boolean isOffered(Act act, String thing) {
        return offers.contains(act, thing);
    }

    /** Returns whether the viewer may answer the question. */
    public boolean isAsked(PendingDecision question) {
        return question.of().equals(viewer().id()) || viewer().roles().contains(question.of());
    }

    /** Returns what happens by itself if nobody does anything, the next step first. */
    public List<NextSteps.NextStep> next() {
        return NextSteps.of(foresight(), (key, arguments) -> Texts.english("next." + key, arguments), this::name);
    }

    /** Returns the next steps in the reader's language. */
    public List<NextSteps.NextStep> nextInWords() {
        return NextSteps.of(foresight(), (key, arguments) -> Texts.text("next." + key, arguments), this::name);
    }

    private List<Foresight.Prediction> foresight() {
        return Foresight.of(state, situation);
    }

    /** Returns the step that a command of the viewer would take now. */
    Step step(Command command) {
        return Step.take(state, sequence, command, situation);
    }

    /** Returns what an act will do beyond what was asked for; empty if that is little. */
    public String consequence(Act act) {
        return Consequence.of(this, act);
    }

    /** Returns the options of a choice in an act's form, as value to label. */
    public Map<String, String> choices(Act act, FormField.FieldKind kind) {
        return FormChoices.of(this, act, kind);
    }

    /** Returns the name of a person or a program; the id if nobody has it. */
    public String name(String id) {
        Person person = roster.get(id);
        return person != null ? person.name() : actorNames.name(id);
    }

    /** Returns the names of our people, by id. */
    public Map<String, String> names() {
        return roster.values().stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    /** Returns the roles and their people in display order: the owner first. */
    public Map<String, String> people() {
        Map<String, String> people = new LinkedHashMap<>();
        String owner = state.people().get("owner");
        if (owner != null) {
            people.put("owner", owner);
        }
        people.putAll(state.people());
        return people;
    }

    WorkingCalendar calendar(String name) {
        if (name.startsWith(PERSON)) {
            Person person = roster.get(name.substring(PERSON.length()));
            return person == null ? WorkingCalendar.always() : person.calendar();
        }
        return playbook().calendar(name);
    }

    /** Returns the working hours that a promise counts in, in the reader's language. */
    public String hoursInWords(TargetClock clock) {
        String name = clock.calendar();
        if (name.equals(WorkingCalendar.always().name())) {
            return Texts.text("clocks.always");
        }
        String zone = calendar(name).zone().getId();
        return name.startsWith(PERSON)
                ? Texts.text("clocks.hours.person", name(name.substring(PERSON.length())), zone)
                : Texts.text("clocks.hours", name, zone);
    }

    private String hours(String name) {
        if (name.equals(WorkingCalendar.always().name())) {
            return "round the clock";
        }
        return name.startsWith(PERSON)
                ? name(name.substring(PERSON.length())) + "'s hours, "
                        + calendar(name).zone()
                : name + " hours, " + calendar(name).zone();
    }
}
