package dev.bellrope.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.TestPlaybook;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.escalation.Alarm;
import dev.bellrope.core.escalation.Alarms;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Duties;
import dev.bellrope.core.escalation.Duties.Obligation;
import dev.bellrope.core.escalation.PlanStep;
import dev.bellrope.core.playbook.Exit;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.scenario.LifePropertiesTest.Life;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is owed now, by whom and until when. */
class DutiesTest {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

    @Test
    @DisplayName("a request is owed an answer by whom its trigger names, and by whoever may accept any")
    void aRequest() {
        assertThat(owed(Scenario.scenario().at("Mon 09:00").requests("S2", "T2")))
                .containsExactly("ANSWER_REQUEST  escalation-manager, manager Mon 09:30");
    }

    @Test
    @DisplayName("promises are owed by the owner, updates by whoever speaks to the customer")
    void promises() {
        assertThat(owed(Scenario.scenario().at("Mon 09:00").opens("S2", "T1")))
                .containsExactly(
                        "KEEP_PROMISE acknowledge ana Mon 10:00",
                        "KEEP_PROMISE plan ana Mon 13:00",
                        "KEEP_PROMISE resolve ana Tue 17:00",
                        "KEEP_PROMISE update ana Mon 13:00");
        assertThat(owed(Scenario.scenario()
                        .playbook(made -> made.role("communications", "escalation-manager"))
                        .at("Mon 09:00")
                        .opens("S2", "T1")))
                .contains("KEEP_PROMISE update mia Mon 13:00", "KEEP_PROMISE plan ana Mon 13:00");
        assertThat(owed(Scenario.scenario()
                        .without("ana", "bo", "lea", "mia", "vic")
                        .at("Mon 09:00")
                        .opens("S2", "T1")))
                .contains("KEEP_PROMISE plan  Mon 13:00");
    }

    @Test
    @DisplayName(
            "what was asked of somebody is owed by them, and is late, not forgotten, once it was not answered in time")
    void whatWasAsked() {
        Scenario scenario = Scenario.scenario()
                .playbook(made -> made.without("acknowledge")
                        .without("plan")
                        .without("update")
                        .without("resolve")
                        .approval(Severity.S2, "escalation-manager"))
                .at("Mon 09:00")
                .opens("S2", "T1")
                .does("mia", new Command.HandOff("bo", "the disk is full", "", "call them"))
                .does("ana", new Command.AskDecision("roll back?", List.of(), "vic"))
                .does("ana", new Command.SendUpdate("we are on it", "email"));

        assertThat(owed(scenario))
                .containsExactly(
                        "ANSWER_HANDOFF  bo Mon 09:15",
                        "DECIDE D1 vic Mon 09:15",
                        "APPROVE D2 escalation-manager Mon 09:15");
        assertThat(owed(scenario.at("Mon 12:00").ticks()))
                .as("an offer is withdrawn, a question stays")
                .containsExactly("DECIDE D1 vic Mon 09:15", "APPROVE D2 escalation-manager Mon 09:15");
    }

    @Test
    @DisplayName("steps of the plan are owed by whom they name, a pause by the owner")
    void theCourse() {
        Scenario scenario = Scenario.scenario()
                .playbook(made -> made.without("acknowledge").without("plan").without("update"))
                .at("Mon 09:00")
                .opens("S2", "T1");
        scenario.does(
                        "ana",
                        new Command.SetPlan(
                                List.of(
                                        PlanStep.open("1", "stop it", "bo", scenario.instant("Mon 11:00"), ""),
                                        PlanStep.open("2", "mend it", "", null, "")),
                                ""))
                .does("ana", new Command.Pause("waiting-on-customer", ""));

        assertThat(owed(scenario)).containsExactly("RESUME  ana", "DO_STEP 1 bo Mon 11:00", "DO_STEP 2 ana");
        scenario.does("bo", new Command.ValidateStep("1", true, "it stands")).does("ana", new Command.Resume(""));
        assertThat(owed(scenario)).containsExactly("KEEP_PROMISE resolve ana Tue 17:00", "DO_STEP 2 ana");
    }

    @Test
    @DisplayName("the way to the end is owed too, until it is over")
    void theEnd() {
        Scenario scenario = Scenario.scenario()
                .playbook(made -> made.closesByHand()
                        .without("root-cause")
                        .criterion("told", new Exit.Check.Confirmed())
                        .criterion("customer-confirms", new Exit.Check.CustomerConfirms(Span.parse("8h"))))
                .at("Mon 09:00")
                .opens("S2", "T1")
                .does("ana", new Command.Resolve("mended"));
        assertThat(owed(scenario))
                .containsExactly(
                        "START_WATCH  ana", "CONFIRM_CRITERION told ana", "CONFIRM_CRITERION customer-confirms ana");

        scenario.does("mia", new Command.DeEscalate("quiet"))
                .does("ana", new Command.ConfirmCriterion("told", "by phone"));
        assertThat(owed(scenario)).containsExactly("CONFIRM_CRITERION customer-confirms ana");
        assertThat(owed(scenario.at("Thu 09:00").ticks())).containsExactly("CLOSE  manager");
        assertThat(owed(scenario.does("mia", new Command.Close("")))).isEmpty();
    }

    /** Whatever is reminded of is owed, and until the instant at which it is reminded. */
    @Property(tries = 500)
    void what_strikes_is_owed_until_then(@ForAll long seed) {
        Life life = new Life(seed).live(40);
        List<Obligation> owed = Duties.of(life.state(), life.playbook, life.now);

        for (Alarm alarm : Alarms.of(life.state(), life.playbook)) {
            List<String> step = List.of(alarm.step().split(":", -1));
            switch (step.getFirst()) {
                case "request" -> assertThat(dues(owed, "ANSWER_REQUEST", "")).containsExactly(alarm.at());
                case "handoff" -> assertThat(dues(owed, "ANSWER_HANDOFF", "")).containsExactly(alarm.at());
                case "question" ->
                    assertThat(owed.stream().filter(one -> one.about().equals(step.get(1))))
                            .extracting(one -> one.due().orElseThrow())
                            .containsExactly(alarm.at());
                case "target" ->
                    assertThat(dues(owed, "KEEP_PROMISE", step.get(1)))
                            .allMatch(due -> !due.isBefore(alarm.at()))
                            .hasSize(1);
                default -> {
                    // Nobody owes anything for it.
                }
            }
        }
    }

    private static List<Instant> dues(List<Obligation> owed, String kind, String about) {
        return owed.stream()
                .filter(one -> one.kind().name().equals(kind) && one.about().equals(about))
                .map(one -> one.due().orElseThrow())
                .toList();
    }

    private static List<String> owed(Scenario scenario) {
        return Duties.of(scenario.state(), scenario.policy(), scenario.instant()).stream()
                .map(one -> one.kind() + " " + one.about() + " "
                        + String.join(", ", one.whom().stream().sorted().toList())
                        + one.due()
                                .map(due -> " "
                                        + ZonedDateTime.ofInstant(due, TestPlaybook.PRAGUE)
                                                .format(TIME))
                                .orElse(""))
                .toList();
    }
}
