package dev.bellrope.app.escalations.web;

import dev.bellrope.app.escalations.Rehearsal;
import dev.bellrope.app.web.Texts;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.ExitCriteria;
import dev.bellrope.core.escalation.Lifecycle;
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

/**
 * One escalation at an instant, with everything that can be derived of it: the page and the API show the same.
 *
 * @param sequence the number of the newest event in it
 * @param at the instant
 * @param viewer who looks
 * @param roster our people by id
 * @param rehearsal finds out what would come of what
 */
public record Picture(
        Escalation state,
        long sequence,
        Playbook playbook,
        Instant at,
        Actor viewer,
        Map<String, Person> roster,
        Rehearsal rehearsal) {
    private static final String PERSON = "person:";

    /** A clock, and the working time left on it. */
    public record Promise(TargetClock clock, Duration remaining, String hours, String pausedFor) {}

    /** An exit criterion; {@code missing} is empty when it holds. */
    public record Criterion(String name, String sentence, String missing, boolean waived, String evidence) {
        public boolean isHolding() {
            return missing.isEmpty();
        }
    }

    /** The clocks, those that are owed first and the first due of them first. */
    public List<Promise> promises() {
        return state.clocks().values().stream()
                .sorted(Comparator.comparing((TargetClock clock) -> !clock.isOpen())
                        .thenComparing(TargetClock::isPaused)
                        .thenComparing(TargetClock::due))
                .map(clock -> new Promise(
                        clock,
                        clock.remainingAt(at, calendar(clock.calendar())),
                        hours(clock.calendar()),
                        clock.isPaused() && state.pause() != null
                                ? state.pause().reason()
                                : ""))
                .toList();
    }

    /** The first promise that is due, paused ones aside. */
    public Optional<TargetClock> findNextDue() {
        return state.findNextDue();
    }

    public List<Criterion> criteria() {
        Map<String, String> open = ExitCriteria.open(state, playbook, at);
        return playbook.exit().criteria().stream()
                .map(criterion -> criterion(criterion, open))
                .toList();
    }

    private Criterion criterion(Exit.Criterion criterion, Map<String, String> open) {
        Escalation.Confirmation said = state.criteria().get(criterion.name());
        return new Criterion(
                criterion.name(),
                criterion.sentence(),
                open.getOrDefault(criterion.name(), ""),
                said != null && said.waived(),
                said == null ? "" : said.text());
    }

    /** The nouns that the state allows, whoever asks. */
    public List<String> allowed() {
        return Noun.paths(Lifecycle.allowed(state));
    }

    /** What the viewer may ask for now and would make sense; the core has the last word. */
    public List<Noun> offered() {
        List<String> words = Lifecycle.allowed(state);
        return java.util.Arrays.stream(Noun.values())
                .filter(noun -> words.contains(noun.word()) && fits(noun) && isPermitted(noun))
                .toList();
    }

    public boolean isOffered(Noun noun) {
        return offered().contains(noun);
    }

    private boolean fits(Noun noun) {
        Escalation.Handoff handoff = state.handoff();
        return switch (noun) {
            case HANDOFF -> handoff == null;
            case HANDOFF_ACCEPTANCE, HANDOFF_DECLINATION ->
                handoff != null
                        && (handoff.to().equals(viewer.id())
                                || playbook.permissions().rolesFor("assign").stream()
                                        .anyMatch(viewer.roles()::contains));
            case ACKNOWLEDGEMENT ->
                state.times().acknowledged() == null
                        || state.findOpenClock("acknowledge").isPresent();
            case PAUSE -> state.pause() == null && !choices(Field.Kind.PAUSE).isEmpty();
            case RESUMPTION -> state.pause() != null;
            case STEP_VALIDATION -> !state.plan().isEmpty();
            case PROMISE_MOVE, TARGET_WAIVER -> !choices(Field.Kind.TARGET).isEmpty();
            case LEVEL_RAISE -> playbook.ladder().findAbove(state.level()).isPresent();
            case CRITERION_CONFIRMATION ->
                !choices(Field.Kind.CRITERION_BY_WORD).isEmpty();
            case CRITERION_WAIVER -> !choices(Field.Kind.CRITERION).isEmpty();
            default -> true;
        };
    }

    /** Whether it is up to the viewer to answer. */
    boolean isAsked(Escalation.Question question) {
        return question.of().equals(viewer.id()) || viewer.roles().contains(question.of());
    }

    private boolean isPermitted(Noun noun) {
        boolean participant =
                state.people().containsValue(viewer.id()) && noun.act().equals("respond");
        boolean asked =
                noun == Noun.DECISION && state.questions().values().stream().anyMatch(this::isAsked);
        boolean own = (noun == Noun.ACCEPTANCE || noun == Noun.DECLINATION)
                && playbook.findTrigger(state.assessment().trigger())
                        .map(trigger -> trigger.acceptBy().stream().anyMatch(viewer.roles()::contains))
                        .orElse(false);
        boolean offeredToMe = state.handoff() != null
                && state.handoff().to().equals(viewer.id())
                && (noun == Noun.HANDOFF_ACCEPTANCE || noun == Noun.HANDOFF_DECLINATION);
        return participant
                || asked
                || own
                || offeredToMe
                || playbook.permissions().rolesFor(noun.act()).stream().anyMatch(viewer.roles()::contains);
    }

    /** What happens by itself if nobody does anything, the next first. */
    public List<NextSteps.NextStep> next() {
        return NextSteps.of(
                rehearsal.foresee(state), (key, arguments) -> Texts.english("next." + key, arguments), this::name);
    }

    /** The same in the reader's language. */
    public List<NextSteps.NextStep> nextInWords() {
        return NextSteps.of(
                rehearsal.foresee(state), (key, arguments) -> Texts.text("next." + key, arguments), this::name);
    }

    /** What an act will do beyond what is asked for; empty where that is little. */
    public String consequence(Noun noun) {
        return Consequence.of(this, noun);
    }

    /** What a choice may be: value to label. */
    public Map<String, String> choices(Field.Kind kind) {
        return Choices.of(this, kind);
    }

    /** A person's name; the id where nobody of that id is in the directory. */
    public String name(String id) {
        Person person = roster.get(id);
        return person != null ? person.name() : id.equals("system") ? "Bellrope" : id;
    }

    /** Roles and people in the order in which they are shown: the owner first. */
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
        return playbook.calendar(name);
    }

    /** The hours that a promise is counted in, in the reader's language. */
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
