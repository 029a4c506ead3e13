package dev.bellrope.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.clocks.Clocks;
import dev.bellrope.app.escalations.Fold;
import dev.bellrope.app.settings.CannotStart;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every released version has written is read by this one: the demo's fortnight, as a backup by the schema of that version
 * ({@code UpgradeFixture} writes them).
 */
class UpgradeTest {
    static List<Path> versions() {
        return Upgraded.backups();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void itGoesOnInThisVersionAndNothingIsSaidTwice(Path backup) {
        try (TestDatabase database = TestDatabase.createWithoutTables()) {
            Backup.Manifest written = Backup.restore(Upgraded.settings(database), backup);
            assertThat(written.rows()).isGreaterThan(1000);
            List<String> newest;
            try (TestDatabase fresh = TestDatabase.create()) {
                newest = schema(fresh);
            }
            assertThat(schema(database)).isEqualTo(newest);
            Map<String, Long> before = written.tables().stream()
                    .collect(Collectors.toMap(Backup.BackupEntry::name, Backup.BackupEntry::rows));
            try (RunningApp app = RunningApp.with(SettableClock.at(Upgraded.WHEN_IT_WAS_WRITTEN))
                    .on(database)
                    .start()) {
                assertThat(database.client()
                                .sql("select key from escalation")
                                .query((row, number) -> row.getString(1))
                                .list())
                        .hasSizeGreaterThan(20)
                        .allSatisfy(new Fold(app)::isKept);
                app.get(Clocks.class).strikeDue();
                for (String table : List.of("escalation_event", "strike", "outbox", "inbox", "signal")) {
                    assertThat(rows(database, table)).as(table).isEqualTo(before.get(table));
                }
            }
        }
    }

    @Test
    void oneThatIsOlderThanTheDatabaseIsRefused() {
        try (TestDatabase newer = TestDatabase.create()) {
            newer.client()
                    .sql("insert into flyway_schema_history (installed_rank, version, description, type, script,"
                            + " installed_by, execution_time, success)"
                            + " values (999, '999', 'later', 'SQL', 'later/V999__later.sql', 'test', 0, true)")
                    .update();
            assertThatThrownBy(() ->
                            Backup.restore(Upgraded.settings(newer), versions().getFirst()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("newer version");
        }
    }

    /** Every column of every table, and every index and trigger. */
    private static List<String> schema(TestDatabase database) {
        return database.client()
                .sql("""
                select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || coalesce(column_default, '')
                from information_schema.columns where table_schema = 'public'
                union all
                select indexdef from pg_indexes where schemaname = 'public'
                union all
                select tgname from pg_trigger where not tgisinternal
                order by 1""")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static long rows(TestDatabase database, String table) {
        return database.client()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
