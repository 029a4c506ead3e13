package dev.bellrope.app.escalations.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.acts.EscalationViews;
import dev.bellrope.app.escalations.store.EscalationFilter;
import dev.bellrope.app.escalations.store.EscalationRow;
import dev.bellrope.core.escalation.Act;
import dev.bellrope.core.escalation.Escalation;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is over are all of the years: nothing that is done every day may read through it. */
@Tag("long")
class ManyYearsTest {
    private static final int OVER = 5_000;
    private static final int OPEN = 30;

    private static final Optional<String> NONE = Optional.empty();

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

    @BeforeAll
    static void grow() {
        clock = SettableClock.at("2026-03-06T15:30:00Z");
        app = RunningApp.with(clock).share();
        escalations = app.get(Escalations.class);
        SmallCompany.moveInto(app);
        SmallCompany.addAccounts(app, OPEN);
        for (int number = 0; number < OPEN; number++) {
            outage("account" + number);
        }
        app.client().sql(OVER_AGAIN).param("many", OVER).update();
        app.client().sql("vacuum analyze").update();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static List<String> outage(String account) {
        return escalations.hear(SmallCompany.signal(
                "outage of " + account, "slo.missed", account, "", clock.instant(), Map.of("share_of_users", 0.9)));
    }

    @Test
    void whatFewFitIsFoundWithoutReadingThroughAll() {
        for (EscalationFilter filter : List.of(
                new EscalationFilter(Optional.of("declined"), NONE, NONE, NONE, true, VisibleAccounts.ALL),
                new EscalationFilter(Optional.of("active"), NONE, NONE, NONE, true, VisibleAccounts.ALL),
                new EscalationFilter(NONE, Optional.of("old7"), NONE, NONE, true, VisibleAccounts.ALL),
                new EscalationFilter(NONE, NONE, Optional.of("vic"), NONE, true, VisibleAccounts.ALL),
                new EscalationFilter(NONE, NONE, NONE, Optional.of("S4"), true, VisibleAccounts.ALL),
                EscalationFilter.OPEN)) {
            assertThat(rowsRead("escalation", () -> escalations.list(filter, Long.MAX_VALUE, 10)))
                    .describedAs(filter.toString())
                    .isLessThan(200);
        }
    }

    @Test
    void theBoardReadsWhatIsOpenAndNotWhatHasEndedSince() {
        assertThat(rowsRead("escalation", () -> {
                    // As after many looks, when PostgreSQL plans without knowing how many are wanted.
                    app.client()
                            .sql("set local plan_cache_mode = force_generic_plan")
                            .update();
                    escalations.list(EscalationFilter.OPEN, Long.MAX_VALUE, 500);
                }))
                .isLessThan(200);
    }

    @Test
    void aSignalLooksOnlyAtWhatItsAccountHasRunning() {
        assertThat(rowsRead("escalation", () -> outage("acme"))).isLessThan(200);
    }

    @Test
    void theDeskAsksNoMoreOftenWhenMoreIsOpen() {
        CurrentUser eva = new CurrentUser("eva", "Eva", Role.MANAGER, Set.of(), "eva", ZoneId.of("UTC"), false);
        EscalationViews views = app.get(EscalationViews.class);
        List<Escalation> concerning = escalations.listConcerning("eva", Set.of("eva"), VisibleAccounts.ALL, 100);
        assertThat(concerning).hasSizeGreaterThanOrEqualTo(OPEN);
        assertThat(rowsRead(
                        "directory_revision",
                        () -> views.of(concerning, eva).forEach(view -> {
                            // As the forms of the desk do, and the page of one.
                            view.consequence(Act.SEND_UPDATE);
                            view.next();
                        })))
                .isLessThan(5);
    }

    @Test
    void whatIsOpenAndWhatIsOverAreOneListFromTheNewestOn() {
        EscalationFilter all = new EscalationFilter(NONE, NONE, NONE, NONE, true, VisibleAccounts.ALL);
        assertThat(escalations.list(all, 10_003, 5).stream().map(EscalationRow::key))
                .containsExactly("ESC-10002", "ESC-10001", "ESC-1030", "ESC-1029", "ESC-1028");
        assertThat(escalations.list(EscalationFilter.OPEN, Long.MAX_VALUE, 100))
                .hasSizeGreaterThanOrEqualTo(OPEN)
                .noneMatch(row -> row.overAt().isPresent());
        assertThat(escalations.list(EscalationFilter.ofAccount("old7"), Long.MAX_VALUE, 100))
                .hasSize(OVER / 100)
                .allMatch(row -> row.status().equals("closed"));
    }

    /** As PostgreSQL counts it for a transaction, which all of the work is part of. */
    private static long rowsRead(String table, Runnable work) {
        return Objects.requireNonNull(
                new TransactionTemplate(app.get(PlatformTransactionManager.class)).execute(status -> {
                    long before = counted(table);
                    work.run();
                    return counted(table) - before;
                }));
    }

    private static long counted(String table) {
        return app.client().sql("""
                        select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)
                        from pg_stat_xact_user_tables where relname = :table
                        """).param("table", table).query(Long.class).single();
    }
}
