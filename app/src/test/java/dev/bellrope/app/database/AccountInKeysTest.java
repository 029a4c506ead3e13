package dev.bellrope.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.architecture.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What belongs to one account has the account in its keys, so that tables can be parted by it. {@code keys-without-account.txt} lists the
 * tables that do not, a line each, with the reason.
 */
class AccountInKeysTest {
    private static final Path LISTED = Repository.file("app/src/test/resources/keys-without-account.txt");

    private static final String WITHOUT = """
            select distinct cast(c.relname as text)
            from pg_index i
            join pg_class c on c.oid = i.indrelid
            where i.indisunique and c.relnamespace = 'public'::regnamespace and c.relname <> 'flyway_schema_history'
              and not exists (
                select from pg_attribute a
                where a.attrelid = c.oid and a.attnum = any(i.indkey) and a.attname in ('account', 'account_id'))
            order by 1
            """;

    @Test
    void exactlyTheListedTablesHaveAKeyWithoutTheAccount() throws IOException {
        Map<String, String> listed = listed();
        try (TestDatabase database = TestDatabase.create()) {
            List<String> without = database.client()
                    .sql(WITHOUT)
                    .query((row, number) -> row.getString(1))
                    .list();
            assertThat(without).doesNotContain("escalation", "escalation_event");
            assertThat(listed.keySet()).containsExactlyElementsOf(without);
        }
        assertThat(listed.values()).noneMatch(String::isBlank);
    }

    /** PostgreSQL knows how many rows fit only where all columns of the foreign key are compared; else it may read them in a square. */
    @Test
    void tablesOfTheInsightsAreJoinedByTheWholeKey() throws IOException {
        try (Stream<Path> tables = Files.walk(Repository.file("app/src/main/java/dev/bellrope/app/insights"))) {
            List<String> joins = tables.filter(file -> file.toString().endsWith("Table.java"))
                    .flatMap(AccountInKeysTest::joins)
                    .toList();
            assertThat(joins).isNotEmpty().allMatch(join -> join.endsWith("using (escalation, account)"));
        }
    }

    private static Stream<String> joins(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> line.startsWith("join insight_"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> listed() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(LISTED)) {
            if (!line.startsWith("#")) {
                int colon = line.indexOf(':');
                listed.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        return listed;
    }
}
