package dev.bellrope.core.scenario;

import static dev.bellrope.core.TestPlaybook.level;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.TestPeople;
import dev.bellrope.core.TestPlaybook;
import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Alarms;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Decision;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Evolution;
import dev.bellrope.core.escalation.Handoff;
import dev.bellrope.core.escalation.Lifecycle;
import dev.bellrope.core.escalation.PlanStep;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.escalation.rule.Decider;
import dev.bellrope.core.insight.EscalationMeasures;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.playbook.ClimbRule;
import dev.bellrope.core.playbook.Exit;
import dev.bellrope.core.playbook.Ladder;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.routing.Assignment;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.routing.Roster;
import dev.bellrope.core.simulation.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What holds for every life that chance makes up. */
class LifePropertiesTest {
    private static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");

    /** An event and when it happened. */
    record Dated(Instant at, String by, Event event) {}

    /** One made-up life: whoever does whatever, whenever, and what came of it. */
    static final class Life implements Simulation.SimulationListener {
        private final Random random;
        final Playbook playbook;
        final Simulation simulation;
        final List<Dated> events = new ArrayList<>();
        private final List<Message> said = new ArrayList<>();
        Instant now = MONDAY;
        private String acting = Actor.SYSTEM.id();

        Life(long seed) {
            this(seed, made -> {});
        }

        /** One under a playbook that is changed further. */
        Life(long seed, Consumer<TestPlaybook> change) {
            random = new Random(seed);
            TestPlaybook made = new TestPlaybook()
                    .criterion("cause-known", new Exit.Check.CauseKnown())
                    .criterion(
                            "customer-confirms",
                            new Exit.Check.CustomerConfirms(dev.bellrope.core.calendar.Span.parse("8h")))
                    .target(
                            "update",
                            "S1 1h, S2 4h, S3 1d",
                            rule -> random.nextBoolean()
                                    ? rule.repeats()
                                    : rule.repeats().pausesWhile("waiting-on-customer"))
                    .informsExecutives(Severity.S1, "2h")
                    .reopening(
                            random.nextBoolean()
                                    ? SupportPlan.ReopeningRule.CONTINUE
                                    : SupportPlan.ReopeningRule.RESTART);
            if (random.nextBoolean()) {
                made.approval(Severity.S1, "escalation-manager");
            }
            if (random.nextInt(4) == 0) {
                made.closesByHand();
            }
            switch (random.nextInt(4)) {
                case 0 -> made.role("backup", "next-best");
                case 1 -> made.role("owner", "escalation-manager").role("backup", "escalation-manager");
                case 2 -> made.role("owner", "person:ana").role("backup", "next-best");
                default -> {
                    // No backup.
                }
            }
            change.accept(made);
            playbook = made.build();
            simulation = new Simulation(playbook, people(), id -> TestPeople.ACME, this);
        }

        private List<Person> people() {
            List<Person> people = new ArrayList<>(TestPeople.ALL);
            people.removeIf(person -> random.nextInt(6) == 0);
            people.replaceAll(person -> {
                Instant from = MONDAY.plus(Duration.ofHours(random.nextInt(60)));
                return random.nextInt(3) > 0
                        ? person
                        : TestPeople.away(
                                person,
                                new Person.Absence(from, from.plus(Duration.ofHours(1 + random.nextInt(40))), "away"));
            });
            return people;
        }

        Life live(int steps) {
            boolean asked = random.nextInt(4) == 0;
            Severity severity = any(Severity.values());
            var assessment =
                    TestPlaybook.judged(asked ? "customer-asks" : "outage", severity.name(), any("T1", "T2", "T3"));
            simulation.begin(
                    now,
                    "ESC-1",
                    "acme",
                    Actor.SYSTEM,
                    asked
                            ? new Command.Request("ESC-1", "Orders fail", "", List.of("T-1"), assessment, "")
                            : new Command.Open("ESC-1", "Orders fail", "", List.of("T-1"), assessment, ""));
            for (int i = 0; i < steps; i++) {
                now = now.plusSeconds(random.nextInt(4) == 0 ? 0 : random.nextInt(40_000));
                if (random.nextInt(3) == 0) {
                    simulation.tick(now);
                } else {
                    Command command = command();
                    Handoff handoff = state().handoff();
                    boolean answers =
                            command instanceof Command.AcceptHandoff || command instanceof Command.DeclineHandoff;
                    Actor actor = handoff != null && answers
                            ? TestPeople.actor(handoff.to())
                            : random.nextInt(4) == 0
                                    ? TestPeople.actor(any("ana", "bo", "mia", "vic", "eve"))
                                    : Actor.SYSTEM;
                    checkDeterministic(actor, command);
                    simulation.tick(now);
                    acting = actor.id();
                    simulation.act(now, "ESC-1", actor, command);
                    acting = Actor.SYSTEM.id();
                }
                check();
            }
            return this;
        }

        /** The same question twice has the same answer, and asking changes nothing. */
        private void checkDeterministic(Actor actor, Command command) {
            Escalation state = state();
            Situation situation = new Situation(
                    now, actor, playbook, TestPeople.ACME, new Roster(TestPeople.ALL, Map.of(), Map.of()));
            Decision first = Decider.decide(state, command, situation);
            assertThat(Decider.decide(state, command, situation)).isEqualTo(first);
            if (!Lifecycle.allows(state, command)) {
                assertThat(first).isInstanceOf(Decision.Refused.class);
            }
        }

        private void check() {
            Escalation state = state();
            if (state.status().isOver()) {
                assertThat(Alarms.of(state, playbook)).isEmpty();
                assertThat(state.clocks().values()).noneMatch(TargetClock::isOpen);
            }
            assertThat(state.people().containsKey("owner")
                            && state.people().get("owner").equals(state.people().get("backup")))
                    .as("one person as owner and backup: %s", state.people())
                    .isFalse();
            assertThat(state.clocks().values().stream().filter(TargetClock::isPaused))
                    .as("paused only for a reason")
                    .allMatch(clock -> state.pause() != null);
            for (TargetClock clock : state.clocks().values()) {
                if (clock.isPaused()) {
                    WorkingCalendar counted = playbook.calendar(clock.calendar());
                    assertThat(clock.remainingAt(now.plus(Duration.ofDays(3)), counted))
                            .isEqualTo(clock.remainingAt(now, counted));
                }
            }
        }

        Escalation state() {
            return simulation.find("ESC-1").orElseThrow();
        }

        @Override
        public void happened(Instant at, String key, Event event) {
            events.add(new Dated(at, acting, event));
        }

        @Override
        public void said(Message message) {
            said.add(message);
        }

        @SafeVarargs
        private <T> T any(T... values) {
            return values[random.nextInt(values.length)];
        }

        private Command command() {
            if (state().handoff() != null && random.nextBoolean()) {
                return random.nextInt(3) == 0 ? new Command.DeclineHandoff("busy") : new Command.AcceptHandoff();
            }
            String target = any("acknowledge", "plan", "update", "resolve", "root-cause");
            return switch (random.nextInt(33)) {
                case 0 -> new Command.Accept("");
                case 1 -> random.nextInt(5) == 0 ? new Command.Decline("no") : new Command.Accept("");
                case 2, 3 -> new Command.Acknowledge();
                case 4 ->
                    new Command.Assign(
                            any("owner", "facilitator", "backup"), any("ana", "bo", "lea", "", "nobody"), "so");
                case 5 -> new Command.HandOff(any("ana", "bo", "lea", "nobody"), "the disk", "", "call");
                case 6 -> new Command.AcceptHandoff();
                case 7 -> new Command.DeclineHandoff("busy");
                case 8 -> new Command.RaiseLevel("so");
                case 9 -> new Command.DeEscalate("so");
                case 10, 11 -> new Command.Retriage(any(Severity.values()), "so");
                case 12 ->
                    new Command.Reassess(
                            TestPlaybook.judged(any(Severity.values()).name(), any("T1", "T3")), "S");
                case 13, 14 -> new Command.Pause(any("waiting-on-customer", "lunch"), "");
                case 15 -> new Command.Resume("");
                case 16 -> new Command.AddNote(true, "a note");
                case 17, 18 -> new Command.SendUpdate("on it", any("email", "helpdesk"));
                case 19 -> new Command.AskDecision("roll back?", List.of(), any("vic", "escalation-manager"));
                case 20 ->
                    new Command.Decide(any("", "D1", "D2", "D3"), "which?", any("send", "do not send", "yes"), "so");
                case 21 -> new Command.RecordRootCause("a disk");
                case 22 -> new Command.SetPlan(List.of(PlanStep.open("1", "replace it", "", null, "")), "");
                case 23 -> new Command.ValidateStep("1", random.nextBoolean(), "seen");
                case 24, 25 ->
                    new Command.MovePromise(target, now.plusSeconds(random.nextInt(200_000) - 10_000L), "so");
                case 26 -> new Command.WaiveTarget(target, "so");
                case 27 -> new Command.ConfirmCriterion("customer-confirms", "they wrote");
                case 28 -> new Command.Resolve("flows");
                case 29 -> new Command.Reopen("again");
                case 30 ->
                    random.nextInt(3) == 0 ? new Command.Close("done") : new Command.HearCustomer("S", "and now?");
                case 31 ->
                    random.nextInt(8) == 0
                            ? new Command.Merge("ESC-2")
                            : new Command.SeeTicket("T-1", random.nextBoolean());
                default -> new Command.HearCustomer("S", "hello");
            };
        }
    }

    @Property(tries = 300)
    void nothing_throws_and_the_state_is_the_fold_of_its_events(@ForAll long seed) {
        Life life = new Life(seed).live(60);

        Escalation folded = null;
        for (Dated dated : life.events) {
            folded = Evolution.after(folded, dated.at(), dated.by(), dated.event());
        }
        assertThat(folded).isEqualTo(life.state());
    }

    /** The levels are named so that their order is not that of their names. */
    @Property(tries = 300)
    void the_highest_level_is_the_highest_of_the_ladder(@ForAll long seed) {
        Life life = new Life(
                        seed,
                        made -> made.ladder(
                                level("L9", "frontline", List.of(), new ClimbRule.Missed("acknowledge", 1)),
                                level(
                                        "L10",
                                        "specialists",
                                        List.of("specialist-lead"),
                                        new ClimbRule.Missed("update", 1)),
                                level("experts", "experts", List.of(), new ClimbRule.Missed("update", 1)),
                                level("Board", "board", List.of("vp-engineering"))))
                .live(60);
        Ladder ladder = life.playbook.ladder();
        EscalationMeasures measures = new EscalationMeasures("ESC-1");
        int highest = -1;
        for (Dated dated : life.events) {
            measures.add(dated.at(), dated.event());
            highest = Math.max(
                    highest,
                    switch (dated.event()) {
                        case Event.Opened e -> ladder.indexOf(e.level());
                        case Event.LevelRaised e -> ladder.indexOf(e.to());
                        default -> -1;
                    });
        }
        assertThat(ladder.indexOf(life.state().highestLevel())).isEqualTo(highest);
        assertThat(measures.highestLevel()).isEqualTo(life.state().highestLevel());
    }

    /** Found out from the events alone: what it ever was, and who had a part in it before it was over. */
    @Property(tries = 300)
    void a_review_is_owed_for_the_worst_of_a_life_and_everybody_in_it_is_involved(@ForAll long seed) {
        Life life = new Life(seed).live(60);
        boolean severe = false;
        boolean over = false;
        Set<String> involved = new TreeSet<>();
        for (int i = 0; i < life.events.size(); i++) {
            Event event = life.events.get(i).event();
            severe |= switch (event) {
                case Event.Opened e -> e.assessment().severity().compareTo(Severity.S2) <= 0;
                case Event.Requested e -> e.assessment().severity().compareTo(Severity.S2) <= 0;
                case Event.Retriaged e -> e.assessment().severity().compareTo(Severity.S2) <= 0;
                case Event.LevelRaised e -> e.to().equals("L3");
                default -> false;
            };
            if (event instanceof Event.Reopened) {
                over = false;
            }
            if (!over && !life.events.get(i).by().equals("system")) {
                involved.add(life.events.get(i).by());
            }
            if (event instanceof Event.RoleAssigned(Assignment assignment, String reason) && assignment.isFilled()) {
                involved.add(assignment.person());
            }
            if (event instanceof Event.Closed) {
                over = true;
                boolean reviewed =
                        i + 1 < life.events.size() && life.events.get(i + 1).event() instanceof Event.ReviewRequired;
                assertThat(reviewed).isEqualTo(severe);
            }
            if (event instanceof Event.MergedInto merged) {
                over = true;
                assertThat(merged.reviewOwed() != null).isEqualTo(severe);
            }
            over |= event instanceof Event.Declined;
        }
        assertThat(life.state().reviewBasis().involved()).containsAll(involved);
    }

    @Property(tries = 150)
    void the_same_life_twice_is_the_same(@ForAll long seed) {
        Life first = new Life(seed).live(40);
        Life second = new Life(seed).live(40);

        assertThat(second.events).isEqualTo(first.events);
        assertThat(second.said).isEqualTo(first.said);
    }

    @Property(tries = 200)
    void T43_each_step_of_each_cycle_strikes_once(@ForAll long seed) {
        Life life = new Life(seed).live(60);

        Set<String> struck = new HashSet<>();
        for (Dated dated : life.events) {
            switch (dated.event()) {
                case Event.TargetWarned e ->
                    assertThat(struck.add(e.target() + e.cycle() + ":" + e.percent()))
                            .as("%s", e)
                            .isTrue();
                case Event.TargetMissed e ->
                    assertThat(struck.add(e.target() + e.cycle() + ":100"))
                            .as("%s", e)
                            .isTrue();
                case Event.RequestOverdue e ->
                    assertThat(struck.add("request" + e.times())).isTrue();
                case Event.DecisionOverdue e ->
                    assertThat(struck.add("question" + e.id())).isTrue();
                default -> {
                    // Whatever people do they may do again.
                }
            }
        }
        assertThat(life.said).extracting(Message::dedupe).doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void due_is_the_budget_counted_in_its_hours(@ForAll long seed) {
        Life life = new Life(seed).live(60);
        Map<String, Set<String>> moved = new HashMap<>();
        for (Dated dated : life.events) {
            switch (dated.event()) {
                case Event.TargetMoved e ->
                    moved.computeIfAbsent(e.target(), key -> new HashSet<>())
                            .add(e.due().toString());
                case Event.TargetStarted e -> {
                    boolean ofAMovedOne = moved.getOrDefault(e.target(), Set.of())
                            .contains(e.due().toString());
                    assertThat(ofAMovedOne
                                    || e.due()
                                            .equals(life.playbook
                                                    .calendar(e.calendar())
                                                    .plus(dated.at(), e.budget())))
                            .as("%s at %s", e, dated.at())
                            .isTrue();
                    e.warnings().forEach(warning -> assertThat(warning.at()).isBetween(dated.at(), e.due()));
                }
                default -> {
                    // Of no interest here.
                }
            }
        }
    }

    @Property(tries = 200)
    void cycles_have_no_gaps_and_missed_never_becomes_met(@ForAll long seed) {
        Life life = new Life(seed).live(60);
        Map<String, Integer> cycles = new HashMap<>();
        Map<String, Boolean> missed = new HashMap<>();
        Escalation state = null;
        for (Dated dated : life.events) {
            state = Evolution.after(state, dated.at(), dated.by(), dated.event());
            if (dated.event() instanceof Event.TargetStarted e) {
                assertThat(e.cycle()).isEqualTo(cycles.merge(e.target(), 1, Integer::sum));
            }
            if (dated.event() instanceof Event.TargetMissed e) {
                missed.put(e.target() + e.cycle(), true);
            }
            for (TargetClock clock : Objects.requireNonNull(state).clocks().values()) {
                assertThat(clock.status() == TargetClock.ClockStatus.MISSED)
                        .as("%s", clock)
                        .isEqualTo(missed.containsKey(clock.target() + clock.cycle()));
            }
        }
    }

    @Test
    void chance_reaches_every_kind_of_event() {
        Set<Class<?>> missing = new HashSet<>(List.of(Event.class.getPermittedSubclasses()));
        for (long seed = 0; seed < 400; seed++) {
            new Life(seed)
                    .live(60)
                    .events
                    .forEach(dated -> missing.remove(dated.event().getClass()));
        }

        assertThat(missing)
                .containsExactlyInAnyOrder(
                        Event.TicketAttached.class,
                        Event.Absorbed.class,
                        Event.CriterionWaived.class,
                        Event.Attached.class,
                        Event.WorkaroundRecorded.class);
    }
}
