package dev.bellrope.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.clocks.Clocks;
import dev.bellrope.app.database.TestDatabase;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.playbooks.Playbooks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each step of each cycle strikes once, whoever strikes and however often. */
@Tag("nodes")
class StrikesOnceTest {
    private static final int ESCALATIONS = 20;

    /** Three strikes each: a warning, the miss, and the miss of the plan. */
    private static final String PLAYBOOK = """
            playbook: once
            format: v1
            purpose: To come due once.
            owner: nobody
            targets:
              acknowledge: { S1: 10m, S2: 10m, S3: 10m, S4: 10m, warn: ["50%"] }
              plan:        { S1: 20m, S2: 20m, S3: 20m }
              calendar:    always
            """;

    private static final String TWICE = """
            select count(*) from (
                select escalation, name, body ->> 'target', body ->> 'cycle', body ->> 'percent' from escalation_event
                where name in ('target-warned', 'target-missed') group by 1, 2, 3, 4, 5 having count(*) > 1) as twice""";

    private final SettableClock clock = SettableClock.at("2026-03-06T12:00:00Z");
    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void T48_T68_twoNodesThatStrikeTheSameAtOnceStrikeItOnce() {
        try (RunningApp one = RunningApp.with(clock).on(database).start();
                RunningApp other = RunningApp.with(clock).on(database).start()) {
            open(one);
            for (int minutes = 0; minutes < 25; minutes += 5) {
                clock.advance(Duration.ofMinutes(5));
                List<CompletableFuture<Integer>> strikes = Stream.of(one, other, one, other)
                        .map(app -> CompletableFuture.supplyAsync(
                                () -> app.get(Clocks.class).strikeDue()))
                        .toList();
                strikes.forEach(CompletableFuture::join);
            }
            assertThat(count(TWICE)).isZero();
            assertThat(count("select count(*) from escalation_event where name in ('target-warned', 'target-missed')"))
                    .isEqualTo(3 * ESCALATIONS);
            eachStrikeIsKeptOnce();
        }
    }

    @Test
    void T48_aStrikeThatIsRepeatedByHandDoesNothing() {
        try (RunningApp app = RunningApp.with(clock).on(database).start()) {
            open(app);
            clock.advance(Duration.ofMinutes(6));
            app.get(Clocks.class).strikeDue();
            int struck = count("select count(*) from strike");
            assertThat(struck).isGreaterThanOrEqualTo(ESCALATIONS);
            int happened = count("select count(*) from escalation_event");

            database.client()
                    .sql(
                            "insert into alarm (kind, key, step, cycle, at) select kind, key, step, cycle, due_at from strike"
                                    + " on conflict do nothing")
                    .update();
            app.get(Clocks.class).strikeDue();
            assertThat(count("select count(*) from escalation_event")).isEqualTo(happened);
            assertThat(count("select count(*) from strike")).isEqualTo(struck);
            eachStrikeIsKeptOnce();
        }
    }

    private void eachStrikeIsKeptOnce() {
        assertThat(count("select count(*) from (select distinct kind, key, step, cycle, due_at from strike) as one"))
                .isEqualTo(count("select count(*) from strike"));
    }

    private static void open(RunningApp app) {
        SmallCompany.moveInto(app);
        SmallCompany.addAccounts(app, ESCALATIONS);
        app.get(Playbooks.class).publish(PLAYBOOK, "test", "");
        for (int number = 0; number < ESCALATIONS; number++) {
            assertThat(app.get(Escalations.class)
                            .hear(SmallCompany.signal(
                                    "s" + number,
                                    "slo.missed",
                                    "account" + number,
                                    "",
                                    Instant.parse("2026-03-06T12:00:00Z"),
                                    Map.of("share_of_users", 0.9))))
                    .hasSize(1);
        }
    }

    private int count(String sql) {
        return database.client().sql(sql).query(Integer.class).single();
    }
}
