package dev.bellrope.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.TestPeople;
import dev.bellrope.core.TestPlaybook;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Alarm;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.playbook.Permissions;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.reaction.TaskReactions;
import dev.bellrope.core.routing.Roster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskDeciderTest {
    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
    private static final Playbook PLAYBOOK = new TestPlaybook()
            .may(Permissions.RESPOND, "agent", "manager")
            .may(Permissions.ASSIGN, "manager")
            .build();
    private static final Roster ROSTER = new Roster(TestPeople.ALL, Map.of(), Map.of());
    private static final Actor ANA = new Actor("ana", "Ana", Set.of("agent"));
    private static final Actor BO = new Actor("bo", "Bo", Set.of("agent"));
    private static final Actor LEA = new Actor("lea", "Lea", Set.of("agent"));
    private static final Actor MIA = new Actor("mia", "Mia", Set.of("manager"));

    private static final TaskCommand OPEN = new TaskCommand.OpenTask(
            "TASK-1",
            "",
            "Write it down",
            "",
            TaskTopic.escalation("ESC-1"),
            "ana",
            new TaskDue.DueWithin(Span.parse("4d")),
            "",
            50,
            List.of("vp-engineering", "specialist-lead", "mia"),
            Span.parse("1d"));

    private final List<String> told = new ArrayList<>();
    private @Nullable Task task;

    private TaskDecision decide(Instant at, Actor actor, TaskCommand command) {
        TaskSituation situation = new TaskSituation(at, actor, PLAYBOOK, ROSTER);
        TaskDecision decision = TaskDecider.decide(task, command, situation);
        if (decision instanceof TaskDecision.TaskAccepted(List<TaskEvent> events) && !events.isEmpty()) {
            task = Objects.requireNonNull(TaskEvolution.after(task, at, events));
            for (Message message : TaskReactions.react(task, 1, events, situation)) {
                told.add(message.to().word() + " " + message.template());
            }
        }
        return decision;
    }

    private String does(Instant at, Actor actor, TaskCommand command) {
        return switch (decide(at, actor, command)) {
            case TaskDecision.TaskAccepted(List<TaskEvent> events) ->
                events.stream().map(event -> event.getClass().getSimpleName()).collect(Collectors.joining(" "));
            case TaskDecision.TaskRefused refused -> refused.kind() + ": " + refused.why();
        };
    }

    private Task task() {
        return Objects.requireNonNull(task);
    }

    private static Instant day(double days) {
        return MONDAY.plus(Duration.ofMinutes(Math.round(days * 24 * 60)));
    }

    /** What is due strikes in its order, as the clocks do it. */
    private String ticks(double days) {
        List<String> done = new ArrayList<>();
        TaskAlarms.of(task()).stream()
                .filter(alarm -> !alarm.at().isAfter(day(days)))
                .sorted(java.util.Comparator.comparing(Alarm::at))
                .forEach(alarm -> done.add(does(day(days), Actor.SYSTEM, new TaskCommand.StrikeTask(alarm))));
        return String.join(" ", done).strip();
    }

    @Test
    void it_warns_is_missed_and_climbs_until_it_is_done() {
        assertThat(does(day(0), BO, OPEN)).isEqualTo("TaskOpened");
        assertThat(ticks(1.9)).isEmpty();
        assertThat(ticks(2)).isEqualTo("TaskWarned");
        assertThat(ticks(3.9)).isEmpty();
        assertThat(ticks(4)).isEqualTo("TaskMissed TaskClimbed");
        assertThat(task().climbedTo()).containsExactly("vic");
        assertThat(ticks(5)).isEqualTo("TaskClimbed");
        assertThat(ticks(6)).isEqualTo("TaskClimbed");
        assertThat(task().climbedTo()).containsExactly("vic", "lea", "mia");
        assertThat(TaskAlarms.of(task())).isEmpty();
        assertThat(does(day(7), ANA, new TaskCommand.CompleteTask("wiki, page 7")))
                .isEqualTo("TaskCompleted");
        assertThat(task().outcome()).isEqualTo("wiki, page 7");
        assertThat(told)
                .containsExactly(
                        "person:ana task-assigned",
                        "person:ana task-warned",
                        "person:ana task-missed",
                        "person:vic task-climbed",
                        "person:lea task-climbed",
                        "person:mia task-climbed",
                        "person:vic task-over",
                        "person:lea task-over",
                        "person:mia task-over",
                        "person:bo task-over");
    }

    /** What nobody holds is passed over, and whoever owes it does not climb to themselves. */
    @Test
    void it_climbs_past_whom_it_cannot_reach() {
        decide(
                day(0),
                Actor.SYSTEM,
                new TaskCommand.OpenTask(
                        "TASK-1",
                        Task.REVIEW,
                        "Review",
                        "",
                        TaskTopic.NONE,
                        "vic",
                        new TaskDue.DueAt(day(1)),
                        "",
                        0,
                        List.of("nobody-has-this", "vp-engineering", "mia"),
                        Span.parse("1d")));
        assertThat(ticks(1)).isEqualTo("TaskMissed TaskClimbed TaskClimbed TaskClimbed");
        assertThat(task().climbedTo()).containsExactly("mia");
    }

    @Test
    void whoever_acts_late_has_missed_it_first() {
        decide(day(0), BO, OPEN);
        assertThat(does(day(5), ANA, new TaskCommand.CompleteTask("done")))
                .isEqualTo("TaskMissed TaskClimbed TaskCompleted");
        assertThat(task().missed()).isTrue();
    }

    @Test
    void of_one_decision_nobody_is_told_twice() {
        decide(day(0), BO, OPEN);
        does(day(5), ANA, new TaskCommand.CompleteTask("done"));
        assertThat(told).containsExactly("person:ana task-assigned", "person:vic task-over", "person:bo task-over");
        told.clear();
        does(day(6), BO, new TaskCommand.ReopenTask(new TaskDue.DueAt(day(7)), "not yet"));
        does(day(8), BO, new TaskCommand.MoveTask(new TaskDue.DueAt(day(9)), "so"));
        assertThat(told)
                .containsExactly("person:ana task-assigned", "person:vic task-climbed", "person:ana task-assigned");
    }

    @Test
    void whoever_loses_it_is_told() {
        decide(day(0), BO, OPEN);
        told.clear();
        decide(day(1), MIA, new TaskCommand.AssignTask("lea", "Ana has enough"));
        assertThat(told).containsExactly("person:lea task-assigned", "person:ana task-reassigned");
        told.clear();
        decide(day(1), LEA, new TaskCommand.AssignTask("bo", "he asked for it"));
        assertThat(told).containsExactly("person:bo task-assigned");
    }

    /** Whoever has it already is named, and the ladder goes on to whoever has not. */
    @Test
    void it_climbs_past_whoever_has_it_already() {
        decide(day(0), BO, opening("x", "mia", "", 0, List.of("mia", "vic", "vp-engineering", "lea"), "1d"));
        TaskDecision missed = decide(day(2), Actor.SYSTEM, new TaskCommand.StrikeTask(new Alarm("due", 1, day(1))));
        assertThat(((TaskDecision.TaskAccepted) missed).events())
                .contains(new TaskEvent.TaskClimbed("mia", List.of(), List.of("mia"), null))
                .last()
                .isEqualTo(new TaskEvent.TaskClimbed("vic", List.of("vic"), List.of(), day(3)));
        assertThat(ticks(3)).isEqualTo("TaskClimbed TaskClimbed");
        assertThat(task().climbedTo()).containsExactly("vic", "lea");
    }

    @Test
    void after_an_outage_what_is_missed_needs_no_warning() {
        decide(day(0), BO, OPEN);
        assertThat(ticks(4.5)).isEqualTo("TaskMissed TaskClimbed");
        assertThat(told).doesNotContain("person:ana task-warned");
    }

    @Test
    void an_alarm_that_no_longer_fits_does_nothing() {
        decide(day(0), BO, OPEN);
        Alarm due = TaskAlarms.of(task()).stream()
                .filter(alarm -> alarm.step().equals("due"))
                .findFirst()
                .orElseThrow();
        assertThat(does(day(3), Actor.SYSTEM, new TaskCommand.StrikeTask(due))).isEmpty();
        decide(day(3), MIA, new TaskCommand.MoveTask(new TaskDue.DueAt(day(9)), "Ana is ill"));
        assertThat(does(day(4), Actor.SYSTEM, new TaskCommand.StrikeTask(due))).isEmpty();
        assertThat(task().missed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            open      | ana | complete | TaskCompleted
            open      | lea | complete | PERMISSION
            open      | mia | complete | TaskCompleted
            open      | ana | cancel   | PERMISSION
            open      | bo  | cancel   | TaskCancelled
            open      | mia | cancel   | TaskCancelled
            open      | ana | move     | PERMISSION
            open      | bo  | move     | TaskMoved
            open      | ana | assign   | TaskAssigned
            open      | lea | assign   | PERMISSION
            open      | lea | take     | PERMISSION
            open      | mia | take     | TaskAssigned
            open      | bo  | reopen   | STATE
            done      | ana | complete | STATE
            done      | mia | cancel   | STATE
            done      | mia | move     | STATE
            done      | mia | assign   | STATE
            done      | lea | reopen   | PERMISSION
            done      | bo  | reopen   | TaskReopened
            cancelled | mia | complete | STATE
            cancelled | mia | reopen   | TaskReopened
            """)
    void who_may_do_what_in_which_state(String state, String who, String act, String expected) {
        decide(day(0), BO, OPEN);
        if (state.equals("done")) {
            decide(day(0.5), ANA, new TaskCommand.CompleteTask("so"));
        } else if (state.equals("cancelled")) {
            decide(day(0.5), BO, new TaskCommand.CancelTask("so"));
        }
        Actor actor = List.of(ANA, BO, LEA, MIA).stream()
                .filter(one -> one.id().equals(who))
                .findFirst()
                .orElseThrow();
        TaskCommand command = switch (act) {
            case "complete" -> new TaskCommand.CompleteTask("so");
            case "cancel" -> new TaskCommand.CancelTask("so");
            case "move" -> new TaskCommand.MoveTask(new TaskDue.DueAt(day(9)), "so");
            case "assign" -> new TaskCommand.AssignTask("vic", "so");
            case "take" -> new TaskCommand.AssignTask(who, "so");
            default -> new TaskCommand.ReopenTask(new TaskDue.DueAt(day(9)), "so");
        };
        assertThat(does(day(1), actor, command)).startsWith(expected);
    }

    @Test
    void a_refusal_names_only_those_who_may() {
        decide(day(0), BO, OPEN);
        assertThat(does(day(1), BO, new TaskCommand.CompleteTask("so")))
                .startsWith("PERMISSION")
                .contains("its owner")
                .doesNotContain("opened");
        assertThat(does(day(1), ANA, new TaskCommand.CancelTask("so")))
                .startsWith("PERMISSION")
                .contains("whoever opened it")
                .doesNotContain("its owner");
    }

    @Test
    void what_is_wrong_is_said_with_what_is_accepted() {
        assertThat(does(day(0), BO, opening("", "ana", "", 50))).startsWith("CONTENT: the title");
        assertThat(does(day(0), BO, opening("x", "zoe", "", 50))).contains("'zoe' is nobody on the roster");
        assertThat(does(day(0), BO, opening("x", "", "", 50))).contains("name a person");
        assertThat(does(day(0), BO, opening("x", "ana", "mars", 50))).contains("no calendar 'mars'; the playbook has");
        assertThat(does(day(0), BO, opening("x", "ana", "", 100))).contains("1 to 99 percent");
        assertThat(does(day(0), BO, opening("x", "ana", "", 50, List.of("mia"), "0s")))
                .startsWith("CONTENT")
                .contains("accepted is a length of time");
        assertThat(does(day(0), BO, opening("x", "ana", "", 50, List.of(), "0d")))
                .startsWith("CONTENT");
        decide(day(0), BO, OPEN);
        assertThat(does(day(1), ANA, new TaskCommand.CompleteTask(" ")))
                .isEqualTo("CONTENT: the evidence must not be empty");
        assertThat(does(day(1), BO, new TaskCommand.MoveTask(new TaskDue.DueAt(day(0)), "so")))
                .contains("later than now");
    }

    /** A review that Vic owes, of an escalation in which Ana and Mia took part. */
    private static TaskCommand review(String owner) {
        return new TaskCommand.OpenTask(
                "TASK-1",
                Task.REVIEW,
                "Review of ESC-1",
                "",
                TaskTopic.escalation("ESC-1"),
                owner,
                new TaskDue.DueWithin(Span.parse("4d")),
                "",
                50,
                List.of("mia", "specialist-lead"),
                Span.parse("1d"),
                List.of("ana", "mia"));
    }

    @Test
    void whoever_took_part_neither_gets_the_review_nor_says_that_it_is_done() {
        assertThat(does(day(0), Actor.SYSTEM, review("ana")))
                .isEqualTo("CONTENT: ana took part in ESC-1, so it must go to somebody who did not");
        decide(day(0), Actor.SYSTEM, review("vic"));
        ticks(5);

        assertThat(task().climbedTo()).containsExactly("mia");
        assertThat(does(day(5), MIA, new TaskCommand.AssignTask("ana", "she knows it")))
                .isEqualTo("CONTENT: Ana took part in ESC-1, so it must go to somebody who did not");
        assertThat(does(day(5), MIA, new TaskCommand.AssignTask("mia", "I know it")))
                .isEqualTo("CONTENT: Mia took part in ESC-1, so it must go to somebody who did not");
        assertThat(does(day(5), MIA, new TaskCommand.CompleteTask("all is well")))
                .isEqualTo("PERMISSION: Mia took part in ESC-1, so somebody who did not says that it is done");
        assertThat(does(day(5), MIA, new TaskCommand.CancelTask("all is well")))
                .isEqualTo(
                        "PERMISSION: Mia may not cancel it; the playbook requires this review, and lets executive waive");
        assertThat(does(day(5), MIA, new TaskCommand.AssignTask("bo", "he has time")))
                .isEqualTo("TaskAssigned");
        assertThat(does(day(5), BO, new TaskCommand.CompleteTask("in the wiki")))
                .isEqualTo("TaskCompleted");
    }

    @Test
    void whoever_takes_part_later_loses_the_review_and_only_bellrope_says_who_that_is() {
        decide(day(0), Actor.SYSTEM, review("vic"));
        assertThat(does(day(1), MIA, new TaskCommand.ExcludeFromTask(List.of("bo"), "ana", "so")))
                .startsWith("PERMISSION: only Bellrope itself");
        assertThat(does(
                        day(1),
                        Actor.SYSTEM,
                        new TaskCommand.ExcludeFromTask(List.of("ana", "bo", "mia"), "lea", "it was reopened")))
                .isEqualTo("TaskExcluded");
        assertThat(task().owner()).isEqualTo("vic");
        told.clear();
        assertThat(does(
                        day(2),
                        Actor.SYSTEM,
                        new TaskCommand.ExcludeFromTask(List.of("ana", "bo", "mia", "vic"), "", "nobody is left")))
                .isEqualTo("TaskExcluded TaskAssigned");
        assertThat(task().findOwner()).isEmpty();
        assertThat(String.join(" ", told)).contains("mia", "lea");
    }

    @Test
    void a_review_is_cancelled_by_whoever_may_waive() {
        decide(day(0), Actor.SYSTEM, review("bo"));
        Actor vic = new Actor("vic", "Vic", Set.of("executive"));
        assertThat(does(day(1), vic, new TaskCommand.CancelTask("it was a drill")))
                .isEqualTo("TaskCancelled");
    }

    private static TaskCommand opening(String title, String owner, String calendar, int warn) {
        return opening(title, owner, calendar, warn, List.of(), "1d");
    }

    private static TaskCommand opening(
            String title, String owner, String calendar, int warn, List<String> climbsTo, String climbsEvery) {
        return new TaskCommand.OpenTask(
                "TASK-1",
                "",
                title,
                "",
                TaskTopic.NONE,
                owner,
                new TaskDue.DueWithin(Span.parse("1d")),
                calendar,
                warn,
                climbsTo,
                Span.parse(climbsEvery));
    }

    /** Its time is that of its calendar: two working days from Monday morning are over on Wednesday morning, a day in between. */
    @Test
    void a_span_is_counted_in_its_calendar() {
        String office = PLAYBOOK.calendars().keySet().iterator().next();
        decide(
                day(0),
                BO,
                new TaskCommand.OpenTask(
                        "TASK-1",
                        "",
                        "x",
                        "",
                        TaskTopic.NONE,
                        "ana",
                        new TaskDue.DueWithin(Span.parse("2d")),
                        office,
                        50,
                        List.of(),
                        Span.parse("1d")));
        Duration working = PLAYBOOK.calendar(office).between(day(0), task().due());
        assertThat(working).isEqualTo(Span.parse("2d").in(PLAYBOOK.calendar(office)));
        assertThat(PLAYBOOK.calendar(office).between(day(0), Objects.requireNonNull(task().warnAt())))
                .isEqualTo(working.dividedBy(2));
    }
}
