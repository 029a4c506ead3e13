package dev.bellrope.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.database.TestDatabase;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.intake.Intake;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.app.story.Until;
import dev.bellrope.core.signal.Signal;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Connections to the database end at the worst moment: while they wait for a lock that the test holds. */
@Tag("nodes")
class OutagesTest {
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final String ACME = "select pg_advisory_lock(hashtextextended('bellrope:account:acme', 0))";

    private static final String FAST = """
            playbook: outages
            format: v1
            purpose: To come due fast.
            owner: nobody
            targets:
              acknowledge: { S1: 4s, S2: 4s, S3: 4s, S4: 4s }
              calendar:    always
            """;

    private static final String WAITING = """
            select count(*) from pg_stat_activity
            where datname = current_database() and application_name = 'bellrope' and wait_event_type = 'Lock'""";

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient client = database.client();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void aSignalWhoseConnectionIsCutIsHandledAndNotKeptAsFailed() throws Exception {
        try (RunningApp app = start(Clock.systemUTC())) {
            CompletableFuture<String> state;
            try (Lock ignored = new Lock(ACME)) {
                state = CompletableFuture.supplyAsync(() -> app.get(Intake.class)
                        .hear(outage("one"))
                        .heard()
                        .state()
                        .word());
                cutWhoeverWaits();
            }
            assertThat(state.get()).isEqualTo("handled");
            assertThat(count("select count(*) from escalation")).isEqualTo(1);
        }
    }

    @Test
    void aStrikeWhoseConnectionIsCutIsMadeAsSoonAsTheDatabaseIsBack() throws Exception {
        try (RunningApp app = start(Clock.systemUTC())) {
            app.get(Playbooks.class).publish(FAST, "test", "");
            try (Lock ignored = new Lock("lock table strike in access exclusive mode")) {
                app.get(Escalations.class).hear(outage("one"));
                cutWhoeverWaits();
            }
            long back = System.nanoTime();
            Until.isTrue("it is struck", BOUND, () -> count("select count(*) from strike") > 0);
            assertThat(Duration.ofNanos(System.nanoTime() - back)).isLessThan(BOUND);
            assertThat(count("select count(*) from escalation_event where name = 'target-missed'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void whatSomebodyHasInHandKeepsNoOtherClockWaiting() throws Exception {
        try (RunningApp app = start(Clock.systemUTC())) {
            SmallCompany.addAccounts(app, 2);
            app.get(Playbooks.class).publish(FAST, "test", "");
            hear(app, "account0");
            try (Lock ignored = new Lock("select * from escalation where key = 'ESC-1001' for update")) {
                int before = count("select count(*) from strike where key = 'ESC-1001'");
                hear(app, "account1");
                Until.isTrue("the other one is struck", BOUND, () -> count("""
                        select count(*) from strike where key = 'ESC-1002'""") > 0);
                assertThat(count("select count(*) from strike where key = 'ESC-1001'"))
                        .isEqualTo(before);
            }
            Until.isTrue("then this one", BOUND, () -> count("""
                    select count(*) from strike where key = 'ESC-1001'""") > 0);
        }
    }

    @Test
    void aSignalThatWaitedForItsAccountIsHeardWhenItsTurnCame() throws Exception {
        SettableClock clock = SettableClock.at("2026-03-06T12:00:00Z");
        try (RunningApp app = start(clock)) {
            CompletableFuture<?> heard;
            try (Lock ignored = new Lock(ACME)) {
                Signal signal = SmallCompany.signal(
                        "one", "slo.missed", "acme", "", clock.instant(), Map.of("share_of_users", 0.9));
                heard = CompletableFuture.supplyAsync(
                        () -> app.get(Intake.class).hear(signal));
                Until.isTrue("it waits", BOUND, () -> count(WAITING) > 0);
                clock.advance(Duration.ofMinutes(1));
            }
            heard.get();
            assertThat(client.sql("select begun_at from escalation")
                            .query(OffsetDateTime.class)
                            .single()
                            .toInstant())
                    .isEqualTo(clock.instant());
        }
    }

    @Test
    void aCallThatIsCutBeforeItsAnswerIsKeptIsUndoneAndMadeOnceWhenItIsRepeated() throws Exception {
        SettableClock clock = SettableClock.at("2026-03-06T12:00:00Z");
        try (RunningApp app = start(clock);
                Visitor program = Visitor.withToken(app, Scope.ESCALATIONS_WRITE)) {
            CompletableFuture<HttpResponse<String>> answer;
            try (Lock account = new Lock(ACME)) {
                answer = CompletableFuture.supplyAsync(() -> declare(program));
                Until.isTrue("it begins", BOUND, () -> count("select count(*) from repeated_requests") == 1);
                try (Lock ignored = new Lock("select * from repeated_requests for update")) {
                    account.close();
                    cutWhoeverWaits();
                }
            }
            assertThat(answer.get().statusCode()).isEqualTo(503);
            assertThat(answer.get().headers().firstValue("Retry-After")).isPresent();

            HttpResponse<String> again = declare(program);
            for (int minute = 0; again.statusCode() == 409 && minute < 5; minute++) {
                clock.advance(Duration.ofMinutes(1));
                again = declare(program);
            }
            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(declare(program).body()).isEqualTo(again.body());
            assertThat(count("select count(*) from escalation")).isEqualTo(1);
        }
    }

    @Test
    void T67_aMailThatWasTakenIsNotSentAgainBecauseTheDatabaseWasAwayJustThen() throws Exception {
        try (MailSink mail = new MailSink(1);
                RunningApp app = RunningApp.with(Clock.systemUTC())
                        .on(database)
                        .smtp(mail.url())
                        .start()) {
            SmallCompany.moveInto(app);
            mail.behave(MailSink.Mood.SLOW);
            app.get(Escalations.class).hear(outage("one"));
            Until.isTrue(
                    "a mail is taken",
                    Duration.ofSeconds(60),
                    () -> !mail.accepted().isEmpty());
            try (Lock ignored = new Lock("lock table outbox in access exclusive mode")) {
                cutWhoeverWaits();
            }
            mail.behave(MailSink.Mood.WELL);
            Until.isTrue("all are sent", Duration.ofSeconds(90), () -> count("""
                    select count(*) from outbox where channel = 'email' and state <> 'sent'""") == 0);
            assertThat(mail.accepted().values()).isNotEmpty().allMatch(times -> times == 1);
        }
    }

    private RunningApp start(Clock clock) {
        RunningApp app = RunningApp.with(clock).on(database).start();
        SmallCompany.moveInto(app);
        return app;
    }

    private static HttpResponse<String> declare(Visitor program) {
        return program.post("/api/v1/escalations", """
                {"account": "acme", "title": "Nobody can pay", "impact": "business_stopped", "urgency": "now"}""", "Idempotency-Key", "one");
    }

    private static void hear(RunningApp app, String account) {
        app.get(Escalations.class)
                .hear(SmallCompany.signal(
                        account, "slo.missed", account, "", Instant.now(), Map.of("share_of_users", 0.9)));
    }

    private static Signal outage(String id) {
        return SmallCompany.signal(id, "slo.missed", "acme", "", Instant.now(), Map.of("share_of_users", 0.9));
    }

    /** Waits until somebody waits for the lock, and ends their connections. */
    private void cutWhoeverWaits() {
        Until.isTrue(
                "somebody waits and is cut",
                BOUND,
                () -> count(WAITING.replace("count(*)", "count(pg_terminate_backend(pid))")) > 0);
    }

    private int count(String sql) {
        return client.sql(sql).query(Integer.class).single();
    }

    /** Held until it is closed, by a connection of its own. */
    private final class Lock implements AutoCloseable {
        private final Connection connection = database.dataSource().getConnection();

        Lock(String sql) throws SQLException {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
