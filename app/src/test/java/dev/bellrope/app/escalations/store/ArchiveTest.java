package dev.bellrope.app.escalations.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.clocks.Clocks;
import dev.bellrope.app.database.TestDatabase;
import dev.bellrope.app.database.Upgraded;
import dev.bellrope.app.escalations.CommandRefused;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.Fold;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A company with a fortnight behind it archives what is over; nobody who looks, acts or listens notices. */
class ArchiveTest {
    private static final Actor EVA = new Actor("eva", "Eva Lindqvist", Set.of("manager", "escalation-manager"));

    private final SettableClock clock = SettableClock.at(Upgraded.WHEN_IT_WAS_WRITTEN);
    private TestDatabase database;
    private RunningApp app;
    private Escalations escalations;
    private Archive archive;
    private TransactionTemplate transaction;

    @BeforeEach
    void start() {
        database = Upgraded.newest();
        app = RunningApp.with(clock).on(database).share();
        escalations = app.get(Escalations.class);
        archive = app.get(Archive.class);
        transaction = new TransactionTemplate(app.get(PlatformTransactionManager.class));
    }

    @AfterEach
    void stop() {
        app.close();
        database.close();
    }

    @Test
    void whatIsOverIsReadAsBeforeByPageAndApiAndPutBackToTheByte() throws Exception {
        List<String> keys = over();
        assertThat(keys).hasSizeGreaterThan(5);
        List<List<RecordedEvent>> told = histories(keys);
        List<String> rows = rows();
        try (Visitor manager = Visitor.signedIn(app, Role.MANAGER)) {
            String page =
                    timeline(manager.get("/escalations/" + keys.getFirst()).body());
            String api = manager.get("/api/v1/escalations/" + keys.getFirst() + "/timeline")
                    .body();
            int live = count("select count(*) from escalation_event");

            Archive.ArchiveResult done = pack().orElseThrow();

            assertThat(done.escalations()).isEqualTo(keys.size());
            assertThat(done.rows()).isEqualTo(rows.size());
            assertThat(rows()).isEmpty();
            assertThat(count("select count(*) from escalation_event")).isBetween(1, live - keys.size());
            assertThat(histories(keys)).isEqualTo(told);
            assertThat(escalations.history(keys.getFirst(), 3))
                    .isEqualTo(told.getFirst().subList(3, told.getFirst().size()));
            assertThat(keys).allSatisfy(new Fold(app)::isKept);
            assertThat(timeline(manager.get("/escalations/" + keys.getFirst()).body()))
                    .isEqualTo(page);
            assertThat(manager.get("/api/v1/escalations/" + keys.getFirst() + "/timeline")
                            .body())
                    .isEqualTo(api);
            assertThat(pack()).as("there is nothing more").isEmpty();
            assertThat(count("select sum(length(packed)) from escalation_archive"))
                    .as("it is a fraction of what it was")
                    .isLessThan(String.join("", rows).length() / 3);
        }
        assertThat(unpack(List.of(keys.getFirst())).orElseThrow().escalations()).isEqualTo(1);
        assertThat(unpack(List.of()).orElseThrow().escalations()).isEqualTo(keys.size() - 1);
        assertThat(rows()).isEqualTo(rows);
        assertThat(histories(keys)).isEqualTo(told);
        assertThat(count("select count(*) from escalation_archive")).isZero();
        assertThat(app.client()
                        .sql(
                                "select act || ': ' || subject from audit_entries where act like 'history%' order by entry_id")
                        .query((row, number) -> row.getString(1))
                        .list())
                .containsExactly(
                        "history archived: " + keys.getFirst() + " to " + keys.getLast(),
                        "history put back: " + keys.getFirst(),
                        "history put back: " + keys.get(1) + " to " + keys.getLast());
    }

    @Test
    void oneThatGoesOnHasItsHistoryBackAndNothingIsDoneOrSaidTwice() {
        String closed = overAs("closed");
        long sequence = escalations.find(closed).orElseThrow().sequence();
        int said = count("select count(*) from outbox where escalation_key = '" + closed + "'");
        List<String> struck = strikes(closed);
        pack();
        assertThat(escalations.find(closed).orElseThrow().sequence()).isEqualTo(sequence);
        app.get(Clocks.class).strikeDue();
        assertThat(count("select count(*) from outbox where escalation_key = '" + closed + "'"))
                .isEqualTo(said);

        escalations.act(closed, EVA, new Command.Reopen("it is back"), OptionalLong.of(sequence));

        assertThat(escalations.history(closed, 0).stream().map(RecordedEvent::sequence))
                .startsWith(1L, 2L, 3L)
                .doesNotHaveDuplicates()
                .contains(sequence, sequence + 1);
        new Fold(app).isKept(closed);
        assertThat(count("select count(*) from escalation_archive where escalation = '" + closed + "'"))
                .isZero();
        assertThat(count("select count(*) from escalation_event where escalation = '" + closed + "' and sequence = 1"))
                .isEqualTo(1);
        assertThat(strikes(closed))
                .as("it goes on at once, so there may be more")
                .containsAll(struck);
        assertThat(count("select count(*) from audit_entries where act = 'history put back' and subject = '" + closed
                        + "'"))
                .isEqualTo(1);
    }

    @Test
    void whoHoldsARoleInItIsKeptWhileItIsOpenAndWhenItIsOpenAgain() {
        String closed = overAs("closed");
        String people = "select count(*) from escalation_person where escalation = '" + closed + "'";
        assertThat(count(people)).isZero();
        escalations.act(closed, EVA, new Command.Reopen("it is back"), OptionalLong.empty());
        assertThat(count(people))
                .isEqualTo(
                        escalations.find(closed).orElseThrow().state().people().size())
                .isPositive();
    }

    @Test
    void whatIsRefusedLeavesTheArchiveAsItIs() {
        String declined = overAs("declined");
        pack();
        assertThatThrownBy(() -> escalations.act(declined, EVA, new Command.Reopen("it is back"), OptionalLong.empty()))
                .isInstanceOf(CommandRefused.class);
        assertThat(count("select count(*) from escalation_archive where escalation = '" + declined + "'"))
                .isEqualTo(1);
    }

    @Test
    void aDamagedArchiveIsRefusedAndNothingIsLost() {
        String closed = overAs("closed");
        pack();
        int archived = count("select count(*) from escalation_archive");
        app.client().sql("alter table escalation_archive disable trigger user").update();
        for (String damage : List.of(
                "set_byte(packed, length(packed) / 2, get_byte(packed, length(packed) / 2) # 4)",
                "substr(packed, 1, length(packed) - 20)",
                "(select o.packed from escalation_archive o where o.escalation <> escalation_archive.escalation limit 1)")) {
            byte[] whole = app.client()
                    .sql("select packed from escalation_archive where escalation = :key")
                    .param("key", closed)
                    .query(byte[].class)
                    .single();
            change(closed, damage);
            app.client()
                    .sql("alter table escalation_archive enable trigger user")
                    .update();

            assertThatThrownBy(() -> escalations.history(closed, 0))
                    .isInstanceOf(DamagedArchive.class)
                    .hasMessageContaining("The archived history of " + closed + " is damaged");
            assertThatThrownBy(() -> unpack(List.of())).isInstanceOf(DamagedArchive.class);
            assertThatThrownBy(
                            () -> escalations.act(closed, EVA, new Command.Reopen("it is back"), OptionalLong.empty()))
                    .isInstanceOf(DamagedArchive.class);
            assertThat(count("select count(*) from escalation_archive")).isEqualTo(archived);
            assertThat(rows()).isEmpty();
            assertThat(escalations.find(closed).orElseThrow().state().status().isOver())
                    .isTrue();

            app.client()
                    .sql("alter table escalation_archive disable trigger user")
                    .update();
            app.client()
                    .sql("update escalation_archive set packed = :whole where escalation = :key")
                    .param("whole", whole)
                    .param("key", closed)
                    .update();
        }
        app.client().sql("alter table escalation_archive enable trigger user").update();
        assertThat(unpack(List.of()).orElseThrow().escalations()).isEqualTo(archived);
    }

    @Test
    void whatHappenedCannotBeRemovedPastTheArchive() {
        String closed = overAs("closed");
        for (String statement : List.of(
                "delete from escalation_event where escalation = '" + closed + "'",
                "update escalation_event set actor = 'somebody else' where escalation = '" + closed + "'")) {
            assertThatThrownBy(() -> archiving(statement))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
        pack();
        for (String statement : List.of(
                "delete from escalation_archive",
                "update escalation_archive set sha256 = ''",
                "truncate escalation_archive")) {
            assertThatThrownBy(() -> archiving(statement))
                    .as(statement)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageMatching("(?s).*(goes only when its events are back|append-only).*");
        }
    }

    @Test
    void whatIsNotOverOrStillStrikesStays() {
        app.client().sql("""
                insert into alarm (kind, key, step, cycle, at)
                values ('escalation', :key, 'test', 1, '2030-01-01T00:00:00Z')""").param("key", overAs("closed")).update();
        List<String> keys = over();
        assertThat(pack().orElseThrow().escalations()).isEqualTo(keys.size() - 1);
        assertThat(count("""
                select count(*) from escalation where key not in (select escalation from escalation_archive)
                  and over_at is not null""")).isEqualTo(1);
        Optional<Archive.ArchiveResult> earlier =
                transaction.execute(status -> archive.pack(Instant.parse("2026-01-01T00:00:00Z"), 0));
        assertThat(earlier).isEmpty();
    }

    private Optional<Archive.ArchiveResult> pack() {
        return transaction.execute(status -> archive.pack(clock.instant(), 0));
    }

    private Optional<Archive.ArchiveResult> unpack(List<String> keys) {
        return transaction.execute(status -> archive.unpack(keys, 0));
    }

    private void archiving(String statement) {
        transaction.executeWithoutResult(status -> {
            app.client()
                    .sql("select set_config('bellrope.archiving', 'on', true)")
                    .query(String.class)
                    .single();
            app.client().sql(statement).update();
        });
    }

    private void change(String key, String damage) {
        app.client()
                .sql("update escalation_archive set packed = " + damage + " where escalation = :key")
                .param("key", key)
                .update();
    }

    private List<String> strikes(String key) {
        return app.client()
                .sql("select s::text from strike s where kind = 'escalation' and key = :key")
                .param("key", key)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<List<RecordedEvent>> histories(List<String> keys) {
        return keys.stream().map(key -> escalations.history(key, 0)).toList();
    }

    private List<String> over() {
        return app.client()
                .sql("select key from escalation where over_at is not null order by number")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private String overAs(String status) {
        return app.client()
                .sql("select key from escalation where status = :status order by number limit 1")
                .param("status", status)
                .query(String.class)
                .single();
    }

    /** The rows that an archive takes, as text. */
    private List<String> rows() {
        return app.client().sql("""
                select e::text from escalation_event e join escalation on key = escalation and over_at is not null
                union all
                select s::text from strike s join escalation using (key) where kind = 'escalation' and over_at is not null
                order by 1""").query((row, number) -> row.getString(1)).list();
    }

    private int count(String sql) {
        return app.client().sql(sql).query(Integer.class).single();
    }

    /** A page without what differs from one visit to the next. */
    private static String timeline(String page) {
        return page.replaceAll("(?s)<(script|meta|input|body)[^>]*>", "");
    }
}
