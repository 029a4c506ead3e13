package dev.bellrope.app.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.clocks.Clocks;
import dev.bellrope.app.database.TestDatabase;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.directory.Entries;
import dev.bellrope.app.directory.WriteConflict;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.fact.Facts;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.playbook.Triage;
import dev.bellrope.core.task.Task;
import dev.bellrope.core.task.TaskCommand;
import dev.bellrope.core.task.TaskStatus;
import dev.bellrope.core.task.TaskTopic;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The review of a closed escalation: somebody owes it, is reminded, and cannot let it lie. */
class ReviewTaskTest {
    private static final String PLAYBOOK = """
            playbook: reviews
            format: v1
            purpose: Everything is reviewed, by whoever owned it.
            owner: nobody
            exit:
              review:
                required-when: severity <= S4
                due: 4d
                led-by: owner
                climbs-to: [vp-engineering, escalation-manager]
                climbs-every: 1d
            """;

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final Actor ZOE = new Actor("zoe", "Zoe", Set.of("agent"));
    private static final Actor OWNER = new Actor("ana", "Ana", Set.of("agent"));

    private final SettableClock clock = SettableClock.at("2026-03-06T12:00:00Z");
    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void closing_asks_for_a_review_that_warns_is_missed_climbs_and_is_done_with_evidence() {
        try (RunningApp app = start()) {
            closeOne(app);
            Tasks tasks = app.get(Tasks.class);
            assertThat(tasks.listOwedBy("ana", VisibleAccounts.ALL, 10))
                    .singleElement()
                    .satisfies(task -> assertThat(task.title()).startsWith("Review of ESC-1001: "));
            ticks(app, Duration.ofDays(2));
            ticks(app, Duration.ofDays(2));
            assertThat(tasks.listOwedBy("vic", VisibleAccounts.ALL, 10)).hasSize(1);
            assertThat(tasks.listOwedBy("eva", VisibleAccounts.ALL, 10)).isEmpty();
            ticks(app, Duration.ofDays(1));
            assertThat(tasks.listOwedBy("eva", VisibleAccounts.ALL, 10)).hasSize(1);
            clock.advance(Duration.ofHours(2));
            assertThatThrownBy(() -> tasks.act("TASK-1001", OWNER, new TaskCommand.CompleteTask("")))
                    .isInstanceOf(TaskDenied.class)
                    .hasMessageContaining("the evidence must not be empty");
            tasks.act("TASK-1001", OWNER, new TaskCommand.CompleteTask("Written down, page 7"));

            assertThat(journal(app))
                    .containsExactly(
                            "Fri 12:00  opened",
                            "Sun 12:00  warned",
                            "Tue 12:00  missed",
                            "Tue 12:00  climbed",
                            "Wed 12:00  climbed",
                            "Wed 14:00  done");
            assertThat(mails(app))
                    .containsExactly(
                            "person:ana review",
                            "person:ana task-warned",
                            "person:ana task-missed",
                            "person:vic task-climbed",
                            "person:eva task-climbed",
                            "person:vic task-over",
                            "person:eva task-over");
            assertThat(tasks.listOwedBy("ana", VisibleAccounts.ALL, 10)).isEmpty();
            assertThat(tasks.listOwedBy("vic", VisibleAccounts.ALL, 10)).isEmpty();
            assertThat(count("select count(*) from alarm where kind = 'task'")).isZero();
            assertThat(tasks.refold("TASK-1001"))
                    .isEqualTo(tasks.find("TASK-1001", VisibleAccounts.ALL)
                            .orElseThrow()
                            .state());
        }
    }

    /** Two nodes see the same alarm, one is stopped and started in between: each strike is there once. */
    @Test
    void it_strikes_once_on_two_nodes_and_over_a_restart() {
        try (RunningApp one = start()) {
            closeOne(one);
            try (RunningApp other = RunningApp.with(clock).on(database).start()) {
                clock.advance(Duration.ofDays(2));
                together(one, other);
            }
        }
        clock.advance(Duration.ofDays(2).plusHours(1));
        try (RunningApp one = RunningApp.with(clock).on(database).start();
                RunningApp other = RunningApp.with(clock).on(database).start()) {
            together(one, other);
            assertThat(journal(one))
                    .containsExactly(
                            "Fri 12:00  opened", "Sun 12:00  warned", "Tue 13:00  missed", "Tue 13:00  climbed");
            assertThat(count("select count(*) from strike where kind = 'task'")).isEqualTo(2);
            assertThat(mails(one)).doesNotHaveDuplicates();
        }
    }

    @Test
    void closing_again_opens_no_second_review_while_the_first_is_owed() {
        try (RunningApp app = start()) {
            closeOne(app);
            act(app, new Command.Reopen("it came back"));
            closeIt(app);
            assertThat(app.get(Tasks.class)
                            .list(TaskFilter.of(TaskStatus.OPEN), VisibleAccounts.ALL, Long.MAX_VALUE, 10))
                    .hasSize(1);
        }
    }

    @Test
    void somebody_uninvolved_leads_it_and_whoever_takes_part_once_it_is_reopened_loses_it() {
        try (RunningApp app = start(PLAYBOOK.replace("led-by: owner", "led-by: someone-uninvolved"))) {
            join(app, "zoe", "Zoe");
            closeOne(app);
            Tasks tasks = app.get(Tasks.class);
            Task review =
                    tasks.find("TASK-1001", VisibleAccounts.ALL).orElseThrow().state();
            assertThat(review.owner()).isEqualTo("zoe");
            assertThat(review.excluded()).contains("ana").doesNotContain("zoe");
            assertThatThrownBy(() -> tasks.act("TASK-1001", Actor.SYSTEM, new TaskCommand.AssignTask("ana", "so")))
                    .isInstanceOf(TaskDenied.class)
                    .hasMessageContaining("Ana took part in ESC-1001");

            act(app, new Command.AddNote(false, "what the review found"), ZOE);
            act(app, new Command.Reopen("it came back"));
            assertThat(owner(tasks)).isEqualTo("zoe");
            act(app, new Command.AddNote(false, "I have an idea"), ZOE);

            assertThat(owner(tasks)).isEmpty();
            assertThat(journal(app)).containsExactly("Fri 12:00  opened", "Fri 12:00  excluded", "Fri 12:00  assigned");
            assertThat(mails(app)).contains("person:vic task-assigned", "person:eva task-assigned");
            closeIt(app);
            assertThat(owner(tasks)).isEmpty();
            join(app, "kim", "Kim");
            tasks.act("TASK-1001", Actor.SYSTEM, new TaskCommand.AssignTask("kim", "new here"));
            assertThat(tasks.refold("TASK-1001"))
                    .isEqualTo(tasks.find("TASK-1001", VisibleAccounts.ALL)
                            .orElseThrow()
                            .state());
        }
    }

    @Test
    void where_everybody_took_part_it_says_so_and_those_whom_it_would_climb_to_are_told() {
        try (RunningApp app = start(PLAYBOOK.replace("led-by: owner", "led-by: someone-uninvolved"))) {
            closeOne(app);
            Task review = app.get(Tasks.class)
                    .find("TASK-1001", VisibleAccounts.ALL)
                    .orElseThrow()
                    .state();
            assertThat(review.findOwner()).isEmpty();
            assertThat(review.note())
                    .startsWith(
                            "Somebody who took no part in ESC-1001 leads it. When it was opened, nobody was found:");
            assertThat(mails(app)).containsExactly("person:vic review", "person:eva review");
        }
    }

    @Test
    void a_mild_one_that_took_over_a_severe_one_is_reviewed() {
        try (RunningApp app = start(PLAYBOOK.replace("severity <= S4", "severity <= S2"))) {
            app.get(Escalations.class)
                    .hear(SmallCompany.signal(
                            "s1", "slo.missed", "acme", "", clock.instant(), Map.of("share_of_users", 0.9)));
            open(app, Severity.S4);
            open(app, Severity.S4);
            act(app, new Command.Retriage(Severity.S4, "a false alarm, surely"));
            app.get(Escalations.class).merge("ESC-1001", "ESC-1002", Actor.SYSTEM);
            app.get(Escalations.class).merge("ESC-1002", "ESC-1003", Actor.SYSTEM);
            assertThat(app.get(Escalations.class).refold("ESC-1003"))
                    .isEqualTo(app.get(Escalations.class)
                            .find("ESC-1003")
                            .orElseThrow()
                            .state());
            closeIt(app, "ESC-1003");
            assertThat(app.get(Tasks.class)
                            .list(TaskFilter.of(TaskStatus.OPEN), VisibleAccounts.ALL, Long.MAX_VALUE, 10))
                    .singleElement()
                    .satisfies(task -> assertThat(task.state().topic()).isEqualTo(TaskTopic.escalation("ESC-1003")));
        }
    }

    private static void join(RunningApp app, String id, String name) {
        app.get(Entries.class)
                .put(
                        new Entry.PersonEntry(
                                id, name, id + "@us.example", "office", "support", List.of(), List.of(), 3, "", ""),
                        OptionalLong.empty(),
                        "test");
    }

    private static String owner(Tasks tasks) {
        return tasks.find("TASK-1001", VisibleAccounts.ALL)
                .orElseThrow()
                .state()
                .owner();
    }

    private void open(RunningApp app, Severity severity) {
        Account acme = app.get(Directory.class).findAccount("acme").orElseThrow();
        Playbook playbook = app.get(Playbooks.class).inForce();
        app.get(Escalations.class)
                .begin(
                        Actor.SYSTEM,
                        "acme",
                        key -> new Command.Open(
                                key,
                                "A small thing",
                                "",
                                List.of(),
                                Triage.assessManually(playbook, acme, severity, Facts.none(), clock.instant()),
                                ""));
    }

    @Test
    void whoever_owes_one_cannot_leave_the_directory_before_somebody_else_does() {
        try (RunningApp app = start()) {
            closeOne(app);
            Entries entries = app.get(Entries.class);
            assertThatThrownBy(() -> entries.remove(
                            EntryKind.PEOPLE, List.of("ana"), OptionalLong.empty(), "test", VisibleAccounts.ALL))
                    .isInstanceOf(WriteConflict.StillUsed.class)
                    .hasMessageContaining("task TASK-1001");
            app.get(Tasks.class).act("TASK-1001", OWNER, new TaskCommand.AssignTask("ben", "Ana leaves"));
            entries.remove(EntryKind.PEOPLE, List.of("ana"), OptionalLong.empty(), "test", VisibleAccounts.ALL);
        }
    }

    @Test
    void the_page_of_the_closed_escalation_leads_to_it() {
        try (RunningApp app = start()) {
            closeOne(app);
            try (Visitor ben = Visitor.signedIn(app, Role.AGENT, "ben")) {
                assertThat(ben.get("/escalations/ESC-1001").body())
                        .contains("href=\"/tasks/TASK-1001\"", "Review of ESC-1001", "Ana");
                assertThat(ben.get("/accounts/acme").body()).contains("href=\"/tasks/TASK-1001\"");
            }
        }
    }

    private RunningApp start() {
        return start(PLAYBOOK);
    }

    private RunningApp start(String playbook) {
        RunningApp app = RunningApp.with(clock).on(database).start();
        SmallCompany.moveInto(app);
        app.get(Playbooks.class).publish(playbook, "test", "");
        return app;
    }

    private void closeOne(RunningApp app) {
        app.get(Escalations.class)
                .hear(SmallCompany.signal(
                        "s1", "slo.missed", "acme", "", clock.instant(), Map.of("share_of_users", 0.9)));
        act(app, new Command.Assign("owner", "ana", "she knows it"));
        closeIt(app);
    }

    private static void closeIt(RunningApp app) {
        closeIt(app, "ESC-1001");
    }

    private static void closeIt(RunningApp app, String key) {
        act(app, key, new Command.Resolve("Orders flow again."), Actor.SYSTEM);
        app.get(Playbooks.class)
                .inForce()
                .exit()
                .criteria()
                .forEach(criterion ->
                        act(app, key, new Command.WaiveCriterion(criterion.name(), "a test"), Actor.SYSTEM));
        act(app, key, new Command.Close("over"), Actor.SYSTEM);
    }

    private static void act(RunningApp app, Command command) {
        act(app, command, Actor.SYSTEM);
    }

    private static void act(RunningApp app, Command command, Actor who) {
        act(app, "ESC-1001", command, who);
    }

    private static void act(RunningApp app, String key, Command command, Actor who) {
        app.get(Escalations.class).act(key, who, command, OptionalLong.empty());
    }

    private void ticks(RunningApp app, Duration later) {
        clock.advance(later);
        app.get(Clocks.class).strikeDue();
    }

    private static void together(RunningApp... nodes) {
        Stream.of(nodes)
                .map(node -> CompletableFuture.supplyAsync(
                        () -> node.get(Clocks.class).strikeDue()))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private static List<String> journal(RunningApp app) {
        return app.get(Tasks.class).history("TASK-1001", 0).stream()
                .map(happening -> WHEN.format(happening.at()) + "  " + happening.name())
                .toList();
    }

    private static List<String> mails(RunningApp app) {
        return app.client().sql("""
                select recipient || ' ' || template from outbox
                where escalation_key = 'TASK-1001' and channel = 'email' order by message_id
                """).query((row, number) -> row.getString(1)).list();
    }

    private int count(String sql) {
        return database.client().sql(sql).query(Integer.class).single();
    }
}
