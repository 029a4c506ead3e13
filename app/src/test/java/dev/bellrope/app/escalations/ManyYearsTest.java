package dev.bellrope.app.escalations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Visitor;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is over are all of the years: nothing that is done every day may read through it. */
class ManyYearsTest {
    private static final int OVER = 5_000;
    private static final int OPEN = 30;

    private static final String OVER_AGAIN = """
            insert into escalation
              (key, number, account, account_name, title, status, severity, tier, band, level, trigger, issue_type,
               route, playbook, owner, begun_at, resolved_at, over_at, next_due, sequence, state)
            select 'ESC-' || 10000 + n, 10000 + n, 'old' || n % 100, 'Old', title, 'closed', severity, tier, band, level, trigger,
                   issue_type, route, playbook, owner, begun_at, begun_at, begun_at, null, sequence, state
            from escalation cross join generate_series(1, cast(:many as integer)) as n
            where key = 'ESC-1001'
            """;

    private static SettableClock clock;
    private static RunningApp app;
    private static Escalations escalations;
    private static Visitor eva;

    @BeforeAll
    static void grow() {
        clock = SettableClock.at("2026-03-06T15:30:00Z");
        app = RunningApp.with(clock).start();
        escalations = app.get(Escalations.class);
        SmallCompany.moveInto(app);
        SmallCompany.addAccounts(app, OPEN);
        for (int number = 0; number < OPEN; number++) {
            outage("account" + number);
        }
        app.client().sql(OVER_AGAIN).param("many", OVER).update();
        app.client().sql("vacuum analyze").update();
        eva = Visitor.signedIn(app, Role.MANAGER, "eva");
    }

    @AfterAll
    static void stop() {
        eva.close();
        app.close();
    }

    private static List<String> outage(String account) {
        return escalations.hear(SmallCompany.signal(
                "outage of " + account, "slo.missed", account, "", clock.instant(), Map.of("share_of_users", 0.9)));
    }

    @Test
    void theBoardAsksForWhatIsOpenAndForWhatIsOverApart() {
        for (String filter : List.of(
                "",
                "?status=declined",
                "?status=active",
                "?owner=vic",
                "?severity=S4",
                "?account=old7",
                "?account=tiny")) {
            assertThat(rowsRead("escalation", () -> eva.get("/escalations" + filter)))
                    .describedAs(filter)
                    .isLessThan(500);
        }
    }

    @Test
    void aSignalLooksOnlyAtWhatItsAccountHasRunning() {
        outage("tiny"); // so that everything is prepared
        assertThat(rowsRead("escalation", () -> outage("acme"))).isLessThan(200);
    }

    @Test
    void theDeskAsksNoMoreOftenWhenMoreIsOpen() {
        assertThat(eva.get("/").body()).contains("ESC-1001", "ESC-1030");
        assertThat(rowsRead("directory_revision", () -> eva.get("/"))).isLessThan(5);
    }

    @Test
    void whatIsOpenAndWhatIsOverAreOneListFromTheNewestOn() {
        Filter all = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);
        assertThat(escalations.list(all, 10_003, 5).stream().map(Row::key))
                .containsExactly("ESC-10002", "ESC-10001", "ESC-1030", "ESC-1029", "ESC-1028");
        assertThat(escalations.list(Filter.OPEN, Long.MAX_VALUE, 100))
                .hasSizeGreaterThanOrEqualTo(OPEN)
                .noneMatch(row -> row.overAt().isPresent());
        assertThat(escalations.list(Filter.ofAccount("old7"), Long.MAX_VALUE, 100))
                .hasSize(OVER / 100)
                .allMatch(row -> row.status().equals("closed"));
    }

    /** A connection says what it read when it ends, at the latest. */
    private static long rowsRead(String table, Runnable work) {
        work.run(); // plans and caches
        letGo();
        long before = counted(table);
        work.run();
        letGo();
        return counted(table) - before;
    }

    private static long counted(String table) {
        return app.database()
                .client()
                .sql("select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_user_tables where relname = :table")
                .param("table", table)
                .query(Long.class)
                .single();
    }

    private static void letGo() {
        Set<Integer> ending = connections();
        try {
            app.get(DataSource.class)
                    .unwrap(HikariDataSource.class)
                    .getHikariPoolMXBean()
                    .softEvictConnections();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
        // The one that listens for alarms stays.
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            ending.retainAll(connections());
            return ending.size() <= 1;
        });
    }

    private static Set<Integer> connections() {
        return new HashSet<>(app.database()
                .client()
                .sql("""
                        select pid from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()
                        """)
                .query((row, number) -> row.getInt(1))
                .list());
    }
}
