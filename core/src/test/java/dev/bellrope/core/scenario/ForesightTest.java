package dev.bellrope.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.TestPeople;
import dev.bellrope.core.TestPlaybook;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.engine.Foresight;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Alarm;
import dev.bellrope.core.escalation.Alarms;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.PlanStep;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.playbook.ClimbRule;
import dev.bellrope.core.playbook.Exit;
import dev.bellrope.core.playbook.Ladder;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.scenario.LifePropertiesTest.Dated;
import dev.bellrope.core.scenario.LifePropertiesTest.Life;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is foretold is what happens. */
class ForesightTest {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final Duration WEEKS = Duration.ofDays(21);

    @Test
    @DisplayName("a level at which nobody is found is passed over, and the level above is foretold")
    void aLevelWithoutPeopleIsPassedOver() {
        Scenario scenario = Scenario.scenario()
                .without("lea")
                .at("Mon 09:00")
                .opens("S2", "T1")
                .at("Mon 09:10")
                .does("ana", new Command.Acknowledge());

        assertThat(foretold(scenario))
                .contains("Mon 13:00 target:plan:100 -> L3 past L2")
                .first()
                .isEqualTo("Mon 13:00 target:plan:100 -> L3 past L2");
        scenario.at("Mon 13:00").ticks();
        assertThat(scenario.state().level()).isEqualTo("L3");
    }

    @Test
    @DisplayName("a share of a target that was used up on the level below climbs at the next strike")
    void aShareThatWasUsedUpBeforeClimbsAtTheNextStrike() {
        Scenario scenario = Scenario.scenario()
                .playbook(made -> made.without("plan").without("update").without("acknowledge"))
                .at("Mon 09:00")
                .opens("S2", "T1")
                .at("Tue 14:00")
                .does("ana", new Command.RaiseLevel("by hand"));

        assertThat(foretold(scenario)).first().isEqualTo("Tue 17:00 target:resolve:100 -> L3");
        scenario.at("Tue 17:00").ticks();
        assertThat(scenario.state().level()).isEqualTo("L3");
    }

    @Test
    @DisplayName("each strike is foretold in the state that the one before it leaves: the earliest climb is the first")
    void theEarliestClimbIsSeenByWhatFollows() {
        Scenario scenario = Scenario.scenario().at("Mon 09:00").opens("S2", "T1");

        assertThat(foretold(scenario))
                .startsWith(
                        "Mon 09:30 target:acknowledge:50",
                        "Mon 09:45 target:acknowledge:75",
                        "Mon 10:00 target:acknowledge:100 -> L2",
                        "Mon 13:00 target:plan:100",
                        "Mon 13:00 target:update:100",
                        "Mon 17:00 target:update:100 -> L3");
    }

    @Test
    @DisplayName("a level that the tier does not reach by itself is foretold as passed over")
    void theTierBoundsTheClimb() {
        Scenario scenario = Scenario.scenario()
                .playbook(made -> made.without("plan").without("update").without("acknowledge"))
                .at("Mon 09:00")
                .opens("S2", "T3")
                .at("Mon 09:00")
                .does("ana", new Command.RaiseLevel("by hand"));

        assertThat(foretold(scenario))
                .containsExactly("Tue 13:00 target:resolve:75 past L3", "Tue 17:00 target:resolve:100 past L3");
    }

    @Test
    @DisplayName("the end by itself is foretold, and silence that is not enough for it")
    void silenceAndTheEnd() {
        Scenario scenario = Scenario.scenario()
                .playbook(made -> made.watch(Map.of())
                        .criterion("customer-confirms", new Exit.Check.CustomerConfirms(Span.parse("8h")))
                        .criterion("fix-validated", new Exit.Check.FixValidated()))
                .at("Mon 09:00")
                .opens("S3", "T3")
                .does("ana", new Command.SetPlan(List.of(PlanStep.open("1", "mend it", "", null, "")), ""))
                .does("ana", new Command.Resolve("mended"));
        assertThat(foretold(scenario)).containsExactly("Mon 17:00 exit nothing");

        scenario.does("ana", new Command.ValidateStep("1", true, "it flows"));
        assertThat(foretold(scenario)).containsExactly("Mon 17:00 exit the end");
        scenario.at("Mon 17:00").ticks();
        assertThat(scenario.state().status().isOver()).isTrue();
    }

    @Test
    @DisplayName("silence that has been looked at is not waited for again")
    void silenceIsLookedAtOnce() {
        Scenario scenario = Scenario.scenario()
                .playbook(made -> made.watch(Map.of())
                        .criterion("customer-confirms", new Exit.Check.CustomerConfirms(Span.parse("8h")))
                        .criterion("told", new Exit.Check.Confirmed()))
                .at("Mon 09:00")
                .opens("S3", "T3")
                .does("ana", new Command.Resolve("mended"));
        assertThat(Alarms.after(scenario.state(), scenario.policy(), scenario.instant()))
                .extracting(Alarm::step)
                .containsExactly("exit");

        scenario.at("Mon 18:00").does("ana", new Command.AddNote(false, "still quiet"));
        assertThat(Alarms.after(scenario.state(), scenario.policy(), scenario.instant()))
                .isEmpty();
    }

    /** Over random playbooks, people and lives: at any moment, what is foretold is what comes if time alone passes. */
    @Property(tries = 2000)
    void what_is_foretold_is_what_time_alone_brings(@ForAll long seed) {
        Random chance = new Random(seed);
        Life life = new Life(seed, playbook(chance)).live(chance.nextInt(60));
        life.simulation.tick(life.now);
        Escalation state = life.state();
        Situation now = new Situation(
                life.now, Actor.SYSTEM, life.playbook, TestPeople.ACME, life.simulation.roster(state.account()));
        Instant until = life.now.plus(WEEKS);

        List<Dated> foretold = Foresight.of(state, now, until, 10_000).stream()
                .flatMap(one -> one.events().stream().map(event -> new Dated(one.at(), Actor.SYSTEM.id(), event)))
                .toList();
        int before = life.events.size();
        life.simulation.tick(until);

        assertThat(foretold).as("seed %d", seed).isEqualTo(life.events.subList(before, life.events.size()));
    }

    @Test
    void chance_reaches_what_can_be_foretold() {
        Set<Class<?>> foretold = new HashSet<>();
        for (long seed = 0; seed < 600; seed++) {
            Random chance = new Random(seed);
            Life life = new Life(seed, playbook(chance)).live(chance.nextInt(60));
            Foresight.of(
                            life.state(),
                            new Situation(
                                    life.now,
                                    Actor.SYSTEM,
                                    life.playbook,
                                    TestPeople.ACME,
                                    life.simulation.roster("acme")))
                    .forEach(one -> one.events().forEach(event -> foretold.add(event.getClass())));
        }

        assertThat(foretold)
                .contains(
                        Event.RequestOverdue.class,
                        Event.TargetWarned.class,
                        Event.TargetMissed.class,
                        Event.TargetStarted.class,
                        Event.LevelRaised.class,
                        Event.LevelSkipped.class,
                        Event.RoleAssigned.class,
                        Event.HandoffOverdue.class,
                        Event.DecisionOverdue.class,
                        Event.ExecutivesInformed.class,
                        Event.WatchEnded.class,
                        Event.Closed.class,
                        Event.ReviewRequired.class);
    }

    /** A ladder of its own, with any rules and with duties that nobody may hold, and other promises. */
    private static Consumer<TestPlaybook> playbook(Random chance) {
        return made -> {
            made.target(
                    "resolve",
                    "S1 8h, S2 2d, S3 5d",
                    rule -> chance.nextBoolean() ? rule.warn(50, 90) : rule.pausesWhile("waiting-on-customer"));
            if (chance.nextInt(3) == 0) {
                made.without("acknowledge");
            }
            if (chance.nextInt(3) == 0) {
                made.target(
                        "call-back",
                        "S1 1h, S2 4h, S3 4h, S4 1d",
                        rule -> rule.repeats().warn(50));
            }
            if (chance.nextInt(4) == 0) {
                made.neverAutomatic("closing");
            }
            List<Ladder.Level> levels = new ArrayList<>();
            int height = 3 + chance.nextInt(2);
            for (int level = 1; level <= height; level++) {
                List<String> people = new ArrayList<>();
                for (String duty : List.of("specialist-lead", "vp-engineering", "nobody-holds-this")) {
                    if (chance.nextInt(3) == 0) {
                        people.add(duty);
                    }
                }
                ClimbRule[] rules = new ClimbRule[level == height ? 0 : chance.nextInt(4)];
                for (int rule = 0; rule < rules.length; rule++) {
                    rules[rule] = rule(chance);
                }
                levels.add(TestPlaybook.level("L" + level, "level " + level, people, rules));
            }
            made.ladder(levels.toArray(Ladder.Level[]::new));
        };
    }

    private static ClimbRule rule(Random chance) {
        List<String> targets = List.of("acknowledge", "plan", "update", "resolve", "call-back");
        String target = targets.get(chance.nextInt(targets.size()));
        return switch (chance.nextInt(5)) {
            case 0, 1 -> new ClimbRule.Missed(target, 1 + chance.nextInt(2));
            case 2, 3 -> new ClimbRule.UsedUp(target, 10 * (1 + chance.nextInt(9)));
            default -> new ClimbRule.SeverityIs(List.of(Severity.values()).get(chance.nextInt(4)));
        };
    }

    private static List<String> foretold(Scenario scenario) {
        return Foresight.of(scenario.state(), scenario.situation()).stream()
                .map(ForesightTest::line)
                .toList();
    }

    private static String line(Foresight.Prediction one) {
        return ZonedDateTime.ofInstant(one.at(), TestPlaybook.PRAGUE).format(TIME)
                + " " + one.alarm().step()
                + one.findLevel().map(level -> " -> " + level).orElse("")
                + (one.skipped().isEmpty() ? "" : " past " + String.join(", ", one.skipped()))
                + (one.isEnd() ? " the end" : "")
                + (one.events().isEmpty() ? " nothing" : "");
    }
}
