package dev.bellrope.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.Audit;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.story.Until;
import dev.bellrope.app.web.AsOf;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database with a real streaming standby, which falls behind, is busy, stands still and is lost. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("nodes")
class ReplicaTest {
    private static final Instant START = Instant.parse("2026-03-06T15:30:00Z");
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String OVER = "/api/v1/escalations?status=declined";
    private static final Pattern ABOUT_IT = Pattern.compile("(?m)^\\S+ +(?:INFO|WARN|ERROR) .*\\.Standby\\w* +(.*)$");
    private static final Pattern KEY = Pattern.compile("ESC-\\d+");

    private final SettableClock clock = SettableClock.at(START.toString());
    private final CapturedOutput output;

    ReplicaTest(CapturedOutput output) {
        this.output = output;
    }

    @Test
    void whatMayLagIsReadFromItAndTheRestIsNot() throws Exception {
        try (OwnPostgres primary = OwnPostgres.start(Path.of("target", "replica", "primary"));
                OwnPostgres standby = primary.standby(Path.of("target", "replica", "standby"));
                RunningApp app = RunningApp.with(clock)
                        .on(primary.database())
                        .replica(standby.database())
                        .start()) {
            SmallCompany.moveInto(app);
            try (Visitor manager = Visitor.signedIn(app, Role.MANAGER, "eva");
                    Visitor administrator = Visitor.signedIn(app, Role.ADMINISTRATOR);
                    Visitor desk = Visitor.withToken(app, Scope.SIGNALS_WRITE)) {
                JdbcClient replay = standby.database().client();
                String first = declined(manager);
                Until.isTrue("it is read from", SOON, () -> {
                    boolean there = get(manager, OVER).body().contains(first);
                    return there && reads(app, "replica") > 0;
                });
                assertThat(told()).containsExactly("Lists are read from the replica");

                replay.sql("select pg_wal_replay_pause()")
                        .query((row, number) -> "")
                        .single();
                Until.isTrue(
                        "replay stands still",
                        SOON,
                        () -> "paused"
                                .equals(replay.sql("select pg_get_wal_replay_pause_state()")
                                        .query(String.class)
                                        .single()));
                String second = declined(manager);
                hear(desk, "unheard-of", "acme");
                hear(desk, "whose-is-it", "nobody");
                app.get(Audit.class).record("paused", "the standby", Map.of());
                assertThat(get(manager, OVER).body()).contains(first).doesNotContain(second);
                assertThat(get(manager, "/escalations?status=declined").body())
                        .contains(first)
                        .doesNotContain(second);
                assertThat(get(manager, "/api/v1/signals").body()).doesNotContain("unheard-of", "whose-is-it");
                assertThat(get(manager, "/api/v1/messages").body()).doesNotContain(second);
                assertThat(get(administrator, "/settings/audit").body()).doesNotContain("the standby");
                assertThat(get(manager, "/api/v1/escalations/" + second).body()).contains("\"declined\"");
                assertThat(get(manager, "/escalations/" + second).body()).contains(second);
                assertThat(get(manager, "/api/v1/escalations?over=true").body()).contains(first, second);
                assertThat(get(manager, "/api/v1/signals?state=unmapped").body())
                        .as("somebody will act on it")
                        .contains("whose-is-it");
                assertThat(get(manager, "/signals").body())
                        .contains("whose-is-it")
                        .doesNotContain("unheard-of");
                assertThat(get(manager, OVER).headers().firstValue(AsOf.HEADER))
                        .as("it is not late yet")
                        .isEmpty();

                clock.advance(Duration.ofSeconds(10));
                assertThat(get(manager, OVER).headers().firstValue(AsOf.HEADER)).contains(START.toString());
                assertThat(get(manager, "/escalations?status=declined").body()).contains("as of 16:30:00 CET");
                assertThat(get(manager, "/escalations").body()).doesNotContain("as of 16:30:00 CET");
                assertThat(app.get(MeterRegistry.class)
                                .get("bellrope.replica.behind")
                                .gauge()
                                .value())
                        .isEqualTo(10);

                clock.advance(Duration.ofMinutes(5));
                Until.isTrue(
                        "it is too old", SOON, () -> get(manager, OVER).body().contains(second));
                assertThat(get(manager, OVER).headers().firstValue(AsOf.HEADER)).isEmpty();
                Until.isTrue(
                        "that it is too old is told",
                        SOON,
                        () -> told().getLast().endsWith("from the replica: it is more than 5 minutes behind"));

                replay.sql("select pg_wal_replay_resume()")
                        .query((row, number) -> "")
                        .single();
                isReadFromAgain(app, manager, second);
                fallsBackWhileAllItsConnectionsAreTaken(app, manager, second);
                fallsBackWhenItStandsStillAndWhenItIsLost(app, manager, second, standby);
            }
        }
    }

    private void isReadFromAgain(RunningApp app, Visitor manager, String key) {
        double before = reads(app, "replica");
        Until.isTrue("it is read from again, as of now", SOON, () -> {
            HttpResponse<String> answer = get(manager, OVER);
            assertThat(answer.body()).contains(key);
            return reads(app, "replica") > before
                    && answer.headers().firstValue(AsOf.HEADER).isEmpty();
        });
    }

    private void fallsBackWhileAllItsConnectionsAreTaken(RunningApp app, Visitor manager, String key) {
        Replica replica = app.get(Replica.class);
        double before = reads(app, "primary");
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int reader = 0; reader < 10; reader++) {
                Future<?> _ = readers.submit(() -> replica.read(client -> client.sql("select pg_sleep(2.5)")
                        .query((row, number) -> "")
                        .list()));
            }
            Until.isTrue(
                    "all are taken",
                    SOON,
                    () -> app.get(MeterRegistry.class)
                                    .get("hikaricp.connections.active")
                                    .tag("pool", "bellrope-replica")
                                    .gauge()
                                    .value()
                            == 10);
            assertThat(get(manager, OVER).body()).contains(key);
        }
        assertThat(reads(app, "primary")).isEqualTo(before + 1);
        assertThat(told().getLast())
                .startsWith("The replica failed to read a list")
                .contains("active=10");
    }

    private void fallsBackWhenItStandsStillAndWhenItIsLost(
            RunningApp app, Visitor manager, String key, OwnPostgres standby) throws Exception {
        clock.advance(Duration.ofMinutes(2));
        isReadFromAgain(app, manager, key);
        int toldBefore = told().size();
        standby.suspend();
        try {
            assertThat(get(manager, OVER).body()).as("it says nothing").contains(key);
            Until.isTrue(
                    "that it says nothing is told",
                    SOON,
                    () -> told().stream().skip(toldBefore).anyMatch(line -> line.contains("it does not answer")));
        } finally {
            standby.goOn();
        }
        isReadFromAgain(app, manager, key);
        standby.kill();
        double before = reads(app, "primary");
        for (int read = 0; read < 20; read++) {
            assertThat(get(manager, OVER).body()).as("it is lost").contains(key);
        }
        assertThat(reads(app, "primary")).isEqualTo(before + 20);
        Until.isTrue(
                "that it does not answer is told", SOON, () -> told().getLast().contains("it does not answer"));
        assertThat(told().subList(toldBefore, told().size()))
                .as("twice of a look, once of a read, and that it was back in between; not of each read")
                .hasSizeLessThanOrEqualTo(4);
        assertThat(get(manager, "/actuator/health/readiness").body()).contains("UP");
        assertThat(get(manager, "/actuator/health").body()).contains("UP");
        String last = declined(manager);
        assertThat(get(manager, OVER).body()).contains(last);
    }

    @Test
    void aDatabaseThatFollowsNobodyIsNotReadFrom() {
        try (TestDatabase database = TestDatabase.create();
                RunningApp app =
                        RunningApp.with(clock).on(database).replica(database).start()) {
            SmallCompany.moveInto(app);
            try (Visitor manager = Visitor.signedIn(app, Role.MANAGER, "eva")) {
                Until.isTrue("it is told", SOON, () -> !told().isEmpty());
                assertThat(get(manager, OVER).body()).contains("items");
                assertThat(told())
                        .containsExactly("Lists are read from the primary and not from the replica: it is no standby");
                assertThat(reads(app, "replica")).isZero();
                assertThat(reads(app, "primary")).isEqualTo(1);
            }
        }
    }

    private static String declined(Visitor manager) {
        String body = manager.post(
                        "/api/v1/escalations",
                        "{\"account\": \"acme\", \"title\": \"Nobody can pay\", \"severity\": \"S3\", \"request\": true}",
                        "X-CSRF-TOKEN",
                        manager.csrf())
                .body();
        String key = KEY.matcher(body).results().findFirst().orElseThrow().group();
        HttpResponse<String> answer = manager.post(
                "/api/v1/escalations/" + key + "/declination",
                "{\"reason\": \"known\"}",
                "X-CSRF-TOKEN",
                manager.csrf());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return key;
    }

    private static void hear(Visitor desk, String id, String account) {
        HttpResponse<String> answer = desk.send(
                "POST",
                "/api/v1/signals",
                BodyPublishers.ofString("""
                        {"specversion": "1.0", "id": "%s", "source": "desk", "type": "ticket.opened", "subject": "%s",
                         "account": "%s", "data": {"summary": "%s"}}
                        """.formatted(id, id, account, id)),
                "Content-Type",
                "application/cloudevents+json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private static HttpResponse<String> get(Visitor visitor, String path) {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer;
    }

    private static double reads(RunningApp app, String from) {
        return app.get(MeterRegistry.class)
                .get("bellrope.replica.reads")
                .tag("from", from)
                .counter()
                .count();
    }

    private List<String> told() {
        return ABOUT_IT.matcher(output.getAll())
                .results()
                .map(line -> line.group(1).strip())
                .toList();
    }
}
