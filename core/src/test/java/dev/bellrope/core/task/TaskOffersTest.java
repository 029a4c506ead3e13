package dev.bellrope.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.TestPeople;
import dev.bellrope.core.TestPlaybook;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Alarm;
import dev.bellrope.core.playbook.Permissions;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.routing.Roster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is offered is what is not refused: everybody, in every state, with every act, and about everybody. */
class TaskOffersTest {
    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
    private static final Playbook PLAYBOOK = new TestPlaybook()
            .may(Permissions.RESPOND, "agent", "manager")
            .may(Permissions.ASSIGN, "manager")
            .may(Permissions.WAIVE, "executive")
            .build();
    private static final Roster ROSTER = new Roster(
            Stream.concat(
                            TestPeople.ALL.stream(),
                            Stream.of(TestPeople.away(
                                    TestPeople.person("zoe", "Zoe", "platform", Set.of()),
                                    new Person.Absence(MONDAY.minus(Duration.ofDays(9)), day(99), "ill"))))
                    .toList(),
            Map.of(),
            Map.of());

    private static final List<Actor> ACTORS = List.of(
            new Actor("ana", "Ana", Set.of("agent")),
            new Actor("bo", "Bo", Set.of("agent")),
            new Actor("lea", "Lea", Set.of("agent", "specialist-lead")),
            new Actor("mia", "Mia", Set.of("manager")),
            new Actor("vic", "Vic", Set.of("executive", "vp-engineering")),
            new Actor("eve", "Eve", Set.of("executive")),
            new Actor("0191-token", "Jira", Set.of("agent")));

    private static Instant day(double days) {
        return MONDAY.plus(Duration.ofMinutes(Math.round(days * 24 * 60)));
    }

    /**
     * How things stand: owned, unowned, overdue without having been struck, missed and climbed, done, cancelled; a review that Bo and
     * Mia may not lead.
     */
    static Stream<Arguments> everybodyInEveryState() {
        return Stream.of(
                        "owned",
                        "unowned",
                        "overdue",
                        "climbed",
                        "done",
                        "cancelled",
                        "done-late",
                        "unowned-done",
                        "review",
                        "unowned-review")
                .flatMap(state -> ACTORS.stream().map(actor -> Arguments.of(state, actor)));
    }

    private static Task in(String state) {
        Task task = after(
                null,
                0,
                Actor.SYSTEM,
                new TaskCommand.OpenTask(
                        "TASK-1",
                        state.endsWith("review") ? Task.REVIEW : "",
                        "Write it down",
                        "",
                        TaskTopic.NONE,
                        state.startsWith("unowned") ? "" : "ana",
                        new TaskDue.DueAt(day(4)),
                        "",
                        50,
                        List.of("vic"),
                        Span.parse("1d"),
                        state.endsWith("review") ? List.of("bo", "mia") : List.of()));
        return switch (state) {
            case "climbed" -> after(task, 4, Actor.SYSTEM, new TaskCommand.StrikeTask(due(task)));
            case "done", "unowned-done" -> after(task, 1, Actor.SYSTEM, new TaskCommand.CompleteTask("so"));
            case "done-late" -> after(task, 5, Actor.SYSTEM, new TaskCommand.CompleteTask("so"));
            case "cancelled" -> after(task, 1, Actor.SYSTEM, new TaskCommand.CancelTask("so"));
            default -> task;
        };
    }

    private static Task after(@Nullable Task task, double days, Actor actor, TaskCommand command) {
        TaskDecision decision =
                TaskDecider.decide(task, command, new TaskSituation(day(days), actor, PLAYBOOK, ROSTER));
        return Objects.requireNonNull(
                TaskEvolution.after(task, day(days), ((TaskDecision.TaskAccepted) decision).events()));
    }

    private static Alarm due(Task task) {
        return TaskAlarms.of(task).stream()
                .filter(alarm -> alarm.step().equals("due"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("everybodyInEveryState")
    void what_is_offered_is_what_is_not_refused(String state, Actor actor) {
        Task task = in(state);
        TaskSituation situation = new TaskSituation(
                List.of("owned", "unowned", "review", "unowned-review").contains(state) ? day(1) : day(6),
                actor,
                PLAYBOOK,
                ROSTER);
        TaskOffers offers = TaskOffers.of(task, situation);
        List<TaskAct> accepted = new ArrayList<>();
        for (TaskAct act : TaskAct.values()) {
            if (act != TaskAct.ASSIGN && isAccepted(task, command(act), situation)) {
                accepted.add(act);
            }
        }
        Set<String> assignees = new LinkedHashSet<>();
        for (Person person : ROSTER.people()) {
            boolean another = !person.id().equals(task.owner());
            if (another && isAccepted(task, new TaskCommand.AssignTask(person.id(), ""), situation)) {
                assignees.add(person.id());
            }
        }
        assertThat(offers.acts().stream().filter(act -> act != TaskAct.ASSIGN)).containsExactlyElementsOf(accepted);
        assertThat(offers.assignees()).containsExactlyElementsOf(assignees);
        assertThat(offers.contains(TaskAct.ASSIGN)).isEqualTo(!assignees.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "ana, owned, completion assignment",
        "bo, owned, ''",
        "bo, unowned, assignment",
        "mia, owned, completion assignment due-date cancellation",
        "vic, owned, ''",
        "vic, overdue, completion assignment due-date cancellation",
        "ana, done, reopening",
        "eve, done, ''",
        "bo, unowned-review, ''",
        "ana, unowned-review, assignment",
        "mia, review, assignment",
        "eve, review, due-date cancellation",
    })
    void who_is_offered_what(String who, String state, String acts) {
        Actor actor =
                ACTORS.stream().filter(one -> one.id().equals(who)).findFirst().orElseThrow();
        Instant at = state.endsWith("owned") || state.endsWith("review") ? day(1) : day(6);
        TaskOffers offers = TaskOffers.of(in(state), new TaskSituation(at, actor, PLAYBOOK, ROSTER));
        assertThat(String.join(" ", offers.words())).isEqualTo(acts);
    }

    @Test
    void who_takes_what_nobody_owes_is_the_only_one_to_choose() {
        TaskSituation situation = new TaskSituation(day(1), ACTORS.get(1), PLAYBOOK, ROSTER);
        assertThat(TaskOffers.of(in("unowned"), situation).assignees()).containsExactly("bo");
    }

    @ParameterizedTest
    @MethodSource("actors")
    void who_may_open_one_is_offered_to(Actor actor) {
        TaskSituation situation = new TaskSituation(day(0), actor, PLAYBOOK, ROSTER);
        TaskDecision decision = TaskDecider.decide(
                null,
                new TaskCommand.OpenTask(
                        "TASK-1",
                        "",
                        "x",
                        "",
                        TaskTopic.NONE,
                        "ana",
                        new TaskDue.DueAt(day(1)),
                        "",
                        0,
                        List.of(),
                        Span.parse("1d")),
                situation);
        assertThat(TaskOffers.mayOpen(situation)).isEqualTo(decision instanceof TaskDecision.TaskAccepted);
    }

    static List<Actor> actors() {
        return ACTORS;
    }

    private static TaskCommand command(TaskAct act) {
        return switch (act) {
            case COMPLETE -> new TaskCommand.CompleteTask("so");
            case ASSIGN -> throw new IllegalArgumentException("it is about a person");
            case MOVE -> new TaskCommand.MoveTask(new TaskDue.DueAt(day(20)), "so");
            case CANCEL -> new TaskCommand.CancelTask("so");
            case REOPEN -> new TaskCommand.ReopenTask(new TaskDue.DueAt(day(20)), "so");
        };
    }

    private static boolean isAccepted(Task task, TaskCommand command, TaskSituation situation) {
        return TaskDecider.decide(task, command, situation) instanceof TaskDecision.TaskAccepted;
    }
}
