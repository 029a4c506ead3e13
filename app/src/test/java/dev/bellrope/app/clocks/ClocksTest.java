package dev.bellrope.app.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.directory.Entries;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.Fold;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Twenty escalations, two promises of each of which have come due together. */
class ClocksTest {
    private static final int ESCALATIONS = 20;

    private static final String PLAYBOOK = """
            playbook: clocks
            format: v1
            purpose: A miss after 20 minutes and one after 25.
            owner: nobody
            targets:
              acknowledge: { S1: 20m, S2: 20m, S3: 20m, S4: 20m }
              plan:        { S1: 25m, S2: 25m, S3: 25m }
              update:      { S1: 900h, S2: 900h, S3: 900h, S4: 900h }
              resolve:     { S1: 900h, S2: 900h, S3: 900h, S4: 900h }
              calendar:    always
            """;

    private final SettableClock clock = SettableClock.at("2026-03-06T12:00:00Z");
    private final RunningApp app = RunningApp.with(clock).share();
    private final Clocks clocks = app.get(Clocks.class);
    private final Escalations escalations = app.get(Escalations.class);

    @BeforeEach
    void moveIn() {
        app.get(Striker.class).stop();
        SmallCompany.moveInto(app);
        SmallCompany.addAccounts(app, ESCALATIONS);
        app.get(Playbooks.class).publish(PLAYBOOK, "test", "");
    }

    @AfterEach
    void close() {
        app.close();
    }

    private void declare() {
        IntStream.range(0, ESCALATIONS).forEach(number -> {
            assertThat(escalations.hear(SmallCompany.signal(
                            "s" + number,
                            "slo.missed",
                            "account" + number,
                            "",
                            clock.instant(),
                            Map.of("share_of_users", 0.9))))
                    .hasSize(1);
            clock.advance(Duration.ofSeconds(1));
        });
    }

    @Test
    void T56_whatIsDueOfManyIsStruckTogetherOnceInTheOrderInWhichItIsDue() {
        declare();
        clock.advance(Duration.ofMinutes(30));
        assertThat(clocks.pass()).isEqualTo(2 * ESCALATIONS);

        assertThat(count("select count(distinct xmin::text) from strike")).isOne();
        assertThat(count("select count(*) from strike where did")).isEqualTo(2 * ESCALATIONS);
        assertThat(app.client()
                        .sql("select due_at::text from strike order by ctid")
                        .query(String.class)
                        .list())
                .isSorted();
        for (int number = 0; number < ESCALATIONS; number++) {
            String key = "ESC-" + (1001 + number);
            assertThat(escalations.history(key, 0))
                    .extracting(happening -> happening.event().getClass().getSimpleName())
                    .endsWith("TargetMissed", "TargetMissed");
            new Fold(app).isKept(key);
        }
        assertThat(clocks.strikeDue()).isZero();
    }

    @Test
    void whatSomebodyElseHasInHandIsLeftToThemAndStruckAfterwards() {
        declare();
        clock.advance(Duration.ofMinutes(30));
        app.get(TransactionTemplate.class).executeWithoutResult(status -> {
            app.get(JdbcClient.class)
                    .sql("select key from escalation where key = 'ESC-1003' for update")
                    .query(String.class)
                    .single();
            assertThat(elsewhere(clocks::pass)).isEqualTo(2 * (ESCALATIONS - 1));
            assertThat(elsewhere(clocks::pass)).isZero();
            assertThat(clocks.untilNext()).contains(Duration.ZERO);
        });
        assertThat(clocks.strikeDue()).isEqualTo(2);
    }

    /** On another thread, which must not wait for what this one has in hand. */
    private static int elsewhere(IntSupplier pass) {
        int[] struck = new int[1];
        try {
            Thread other = Thread.ofVirtual().start(() -> struck[0] = pass.getAsInt());
            assertThat(other.join(Duration.ofSeconds(20))).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return struck[0];
    }

    /** That it struck before is the fault of one of them, which no decision can see: only the database refuses it. */
    @Test
    void T47_aStrikeThatWasMadeIsNotMadeAgainAndKeepsNobodyElseWaiting() {
        declare();
        clock.advance(Duration.ofMinutes(30));
        app.client().sql("""
                insert into strike (kind, key, step, cycle, due_at, struck_at, did)
                select kind, key, step, cycle, at, at, true
                from alarm where key = 'ESC-1007' order by at limit 1
                """).update();

        int struck = 0;
        for (int pass = 0; pass < 4 * ESCALATIONS; pass++) {
            struck += clocks.pass();
        }
        assertThat(struck).isEqualTo(2 * (ESCALATIONS - 1));
        assertThat(
                        count(
                                "select count(*) from escalation_event where escalation = 'ESC-1007' and name = 'target-missed'"))
                .isZero();
        assertThat(clocks.untilNext())
                .hasValueSatisfying(next -> assertThat(next).isPositive());

        app.client().sql("delete from strike where key = 'ESC-1007'").update();
        assertThat(clocks.strikeDue()).isZero(); // it rests
        clock.advance(Duration.ofSeconds(31));
        assertThat(clocks.strikeDue()).isEqualTo(2);
    }

    /** It changes nothing while something else is missing; armed again it would strike a second time, which the database refuses. */
    @Test
    void theSilenceOfTheCustomerStrikesOnceWhateverHappensAfterwards() {
        app.get(Playbooks.class).publish(PLAYBOOK + """
                exit: { automatic-close: true }
                guardrails: { never-automatic: [] }
                """, "test", "");
        declare();
        escalations.act("ESC-1001", Actor.SYSTEM, new Command.Resolve("it flows again"), OptionalLong.empty());
        clock.advance(Duration.ofHours(47));
        clocks.strikeDue();
        clock.advance(Duration.ofHours(2));
        clocks.strikeDue();
        escalations.act("ESC-1001", Actor.SYSTEM, new Command.AddNote(false, "still quiet"), OptionalLong.empty());
        clock.advance(Duration.ofDays(6));
        clocks.strikeDue();

        assertThat(count(
                        "select count(*) from strike where kind = 'escalation' and key = 'ESC-1001' and step = 'exit'"))
                .isOne();
        assertThat(escalations.history("ESC-1001", 0))
                .extracting(happening -> happening.event().getClass().getSimpleName())
                .contains("WatchEnded");
    }

    /** Each search sees whom those before it have found, although nothing of it is committed yet. */
    @Test
    void whoIsFoundForManyAtOnceIsNotAllTheTimeTheSame() {
        Instant back = clock.instant().plus(Duration.ofMinutes(10));
        for (String person : Set.of("ana", "ben", "eva", "vic")) {
            app.get(Entries.class)
                    .put(
                            new Entry.AbsenceEntry(
                                    person,
                                    "a",
                                    clock.instant().minusSeconds(60).toString(),
                                    back.toString(),
                                    "off"),
                            OptionalLong.empty(),
                            "test");
        }
        declare();
        assertThat(count("select count(*) from escalation where owner is null")).isEqualTo(ESCALATIONS);
        clock.set(back.plus(Duration.ofMinutes(30)));
        clocks.strikeDue();

        Map<String, Integer> carried = new TreeMap<>();
        app.client()
                .sql("select owner, count(*) as many from escalation where owner is not null group by owner")
                .query((row, number) -> carried.put(row.getString("owner"), row.getInt("many")))
                .list();
        assertThat(carried).containsOnlyKeys("ana", "ben");
        assertThat(carried.values()).allSatisfy(many -> assertThat(many).isBetween(8, 12));
    }

    private int count(String sql) {
        return app.client().sql(sql).query(Integer.class).single();
    }
}
