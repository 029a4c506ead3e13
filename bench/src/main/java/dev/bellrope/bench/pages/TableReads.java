package dev.bellrope.bench.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How often tables were read from end to end, and how many rows were read of them, as PostgreSQL counts it. */
record TableReads(Map<String, Long> scans, long rows) {
    private static final String ALL = """
            select relname, n_live_tup, seq_scan, coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as rows
            from pg_stat_user_tables
            """;

    /**
     * Until now.
     *
     * @param large how many rows make a table so large that nobody may read it from end to end
     */
    static TableReads now(JdbcClient client, long large) {
        Map<String, Long> scans = new LinkedHashMap<>();
        long[] rows = {0};
        client.sql(ALL).query(row -> {
            rows[0] += row.getLong("rows");
            if (row.getLong("n_live_tup") >= large) {
                scans.put(row.getString("relname"), row.getLong("seq_scan"));
            }
        });
        return new TableReads(scans, rows[0]);
    }

    /** The large tables that were read from end to end since. */
    TreeSet<String> scannedSince(TableReads before) {
        TreeSet<String> scanned = new TreeSet<>();
        scans.forEach((table, count) -> {
            if (count > before.scans().getOrDefault(table, count)) {
                scanned.add(table);
            }
        });
        return scanned;
    }
}
