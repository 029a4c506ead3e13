package dev.bellrope.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.TestPeople;
import dev.bellrope.core.TestPlaybook;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Decision;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.escalation.journal.Journal;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.playbook.Assessment;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.signal.Signal;
import dev.bellrope.core.simulation.Simulation;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A page from a story: facts in, journal lines out. It is the week of Monday 16 November 2026 in Prague; a time is
 * written {@code Fri 16:30} and is always the next one. Nothing happens unless it is told to or the clock strikes.
 */
final class Scenario implements Simulation.SimulationListener {
    static final String KEY = "ESC-1";

    private final List<String> lines = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final Map<String, Person> people = new LinkedHashMap<>();
    private TestPlaybook playbook = new TestPlaybook();
    private Account account = TestPeople.ACME;
    private ZonedDateTime now = LocalDate.of(2026, 11, 16).atStartOfDay(TestPlaybook.PRAGUE);
    private @Nullable Simulation simulation;
    private int signals;

    private Scenario() {
        TestPeople.ALL.forEach(person -> people.put(person.id(), person));
    }

    static Scenario scenario() {
        return new Scenario();
    }

    Scenario playbook(UnaryOperator<TestPlaybook> change) {
        playbook = change.apply(playbook);
        return this;
    }

    Scenario account(Account other) {
        account = other;
        return this;
    }

    Scenario without(String... ids) {
        for (String id : ids) {
            people.remove(id);
        }
        return this;
    }

    Scenario person(Person person) {
        people.put(person.id(), person);
        return this;
    }

    /** Somebody is away between two times of the story. */
    Scenario away(String id, String from, String until) {
        ZonedDateTime begin = next(now, from);
        Person.Absence absence =
                new Person.Absence(begin.toInstant(), next(begin, until).toInstant(), "holiday");
        people.compute(id, (key, person) -> TestPeople.away(java.util.Objects.requireNonNull(person), absence));
        return this;
    }

    Scenario at(String time) {
        now = next(now, time);
        return this;
    }

    /** Time passes. */
    Scenario after(Duration time) {
        now = now.plus(time);
        return this;
    }

    private static ZonedDateTime next(ZonedDateTime from, String time) {
        DayOfWeek day = switch (time.substring(0, 3)) {
            case "Mon" -> DayOfWeek.MONDAY;
            case "Tue" -> DayOfWeek.TUESDAY;
            case "Wed" -> DayOfWeek.WEDNESDAY;
            case "Thu" -> DayOfWeek.THURSDAY;
            case "Fri" -> DayOfWeek.FRIDAY;
            case "Sat" -> DayOfWeek.SATURDAY;
            case "Sun" -> DayOfWeek.SUNDAY;
            default -> throw new IllegalArgumentException(time);
        };
        ZonedDateTime next = from.toLocalDate()
                .with(TemporalAdjusters.nextOrSame(day))
                .atTime(LocalTime.parse(time.substring(4)))
                .atZone(from.getZone());
        return next.isBefore(from) ? next.plusWeeks(1) : next;
    }

    Instant instant() {
        return now.toInstant();
    }

    /** The instant of a later time of the story. */
    Instant instant(String time) {
        return next(now, time).toInstant();
    }

    Scenario opens(String severity, String tier) {
        return opens(KEY, TestPlaybook.judged(severity, tier));
    }

    Scenario opens(String key, Assessment assessment) {
        return begins("system", key, new Command.Open(key, "Orders fail", "", List.of("T-1"), assessment, ""));
    }

    /** A request that Mia must accept. */
    Scenario requests(String severity, String tier) {
        Assessment assessment = TestPlaybook.judged("customer-asks", severity, tier);
        return begins("ana", KEY, new Command.Request(KEY, "Orders fail", "", List.of("T-1"), assessment, ""));
    }

    Scenario begins(String who, String key, Command command) {
        running().begin(instant(), key, account.id(), TestPeople.actor(who), command);
        return this;
    }

    Scenario does(String who, Command command) {
        return does(TestPeople.actor(who), KEY, command);
    }

    Scenario does(Actor who, String key, Command command) {
        running().act(instant(), key, who, command);
        return this;
    }

    Scenario hears(String kind, String ticket, String summary, Map<String, Object> data) {
        running().hear(new Signal("helpdesk", "S" + ++signals, kind, instant(), account.id(), ticket, summary, data));
        return this;
    }

    Scenario ticks() {
        running().tick(instant());
        return this;
    }

    /** Forgets what the journal and the messages said so far: what follows is the point. */
    Scenario skip() {
        lines.clear();
        said.clear();
        return this;
    }

    /** Everything that happened since the last look, to the letter. */
    Scenario journal(String expected) {
        assertThat(String.join("\n", lines)).isEqualTo(expected.stripTrailing());
        lines.clear();
        return this;
    }

    /** Everybody who was told since the last look, and what. */
    Scenario told(String expected) {
        assertThat(String.join("\n", said)).isEqualTo(expected.stripTrailing());
        said.clear();
        return this;
    }

    /** What happened since the last look, for a test that is about some of it. */
    List<String> lines() {
        List<String> since = List.copyOf(lines);
        lines.clear();
        return since;
    }

    /** Every escalation so far. */
    List<Escalation> all() {
        return running().escalations();
    }

    Escalation state() {
        return state(KEY);
    }

    Escalation state(String key) {
        return running().find(key).orElseThrow();
    }

    Playbook policy() {
        return playbook.build();
    }

    /** Everything outside the escalation, as it is now. */
    Situation situation() {
        return new Situation(
                instant(), Actor.SYSTEM, policy(), account, running().roster(account.id()));
    }

    private Simulation running() {
        if (simulation == null) {
            simulation = new Simulation(playbook.build(), List.copyOf(people.values()), id -> account, this);
        }
        return simulation;
    }

    @Override
    public void happened(Instant at, String key, Event event) {
        say(at, (key.equals(KEY) ? "" : key + " ") + journal().line(event));
    }

    @Override
    public void said(Message message) {
        said.add(brief(journal().when(message.at())) + "  " + message.to().word() + "  " + message.template() + ": "
                + message.because());
    }

    @Override
    public void refused(Instant at, String key, Command command, Decision.Refused refusal) {
        say(
                at,
                String.format(
                        java.util.Locale.ROOT, "%-12s %s   because %s", "refused", command.word(), refusal.why()));
    }

    private void say(Instant at, String line) {
        lines.add((brief(journal().when(at)) + "  " + brief(line)).stripTrailing());
    }

    private Journal journal() {
        return new Journal(TestPlaybook.PRAGUE, id -> {
            Person person = people.get(id);
            return person == null ? id : person.name();
        });
    }

    /** A week is enough for a story: the date is left out. */
    private static String brief(String text) {
        return text.replaceAll("\\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \\d+ [A-Z][a-z]{2} (\\d\\d:\\d\\d)", "$1 $2");
    }
}
