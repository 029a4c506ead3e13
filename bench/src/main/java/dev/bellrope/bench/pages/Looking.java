package dev.bellrope.bench.pages;

import com.zaxxer.hikari.HikariDataSource;
import dev.bellrope.bench.Machine;
import dev.bellrope.bench.Percentiles;
import dev.bellrope.bench.clocks.Arena;
import dev.bellrope.bench.clocks.Statements;
import dev.bellrope.bench.server.Serving;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at a page again and again, one after the other, and says what each look took. */
final class Looking {
    private final Serving serving;
    private final JdbcClient aside;
    private final long large;
    private final int looks;
    private final Duration pause;

    /**
     * Prepares it.
     *
     * @param large how many rows a table has that nobody may read from end to end
     * @param pause how long connections have to end
     */
    Looking(Serving serving, Arena.Database database, long large, int looks, Duration pause) {
        this.serving = serving;
        this.aside = database.client();
        this.large = large;
        this.looks = looks;
        this.pause = pause;
    }

    /**
     * What looking at a page came to.
     *
     * @param scanned the large tables that were read from end to end
     */
    record Seen(
            double p50, double p95, double cpu, double queries, double rows, double kilobytes, Set<String> scanned) {
        Map<String, Double> values() {
            Map<String, Double> values = new LinkedHashMap<>();
            values.put("p50 ms", p50);
            values.put("p95 ms", p95);
            values.put("CPU ms", cpu);
            values.put("queries", queries);
            values.put("rows read", rows);
            values.put("kB", kilobytes);
            return values;
        }
    }

    Seen at(Page page) {
        Random random = new Random(7);
        for (int i = 0; i < looks / 2; i++) {
            page.visitor().get(page.address().apply(random));
        }
        letGo();
        TableReads before = TableReads.now(aside, large);
        Statements.reset(aside);
        long[] nanos = new long[looks];
        long characters = 0;
        long cpu = Machine.cpuNanos();
        for (int i = 0; i < looks; i++) {
            String path = page.address().apply(random);
            long start = System.nanoTime();
            String body = page.visitor().get(path);
            nanos[i] = System.nanoTime() - start;
            characters += body.length();
        }
        double cpuMillis = (Machine.cpuNanos() - cpu) / 1e6 / looks;
        double queries = 1.0 * Statements.count(aside) / looks;
        letGo();
        TableReads after = TableReads.now(aside, large);
        Percentiles times = new Percentiles(nanos);
        return new Seen(
                times.millisAt(50),
                times.millisAt(95),
                cpuMillis,
                queries,
                1.0 * (after.rows() - before.rows()) / looks,
                characters / 1024.0 / looks,
                after.scannedSince(before));
    }

    /** A connection reports what it read when it ends, at the latest. */
    private void letGo() {
        try {
            HikariDataSource pool = serving.get(DataSource.class).unwrap(HikariDataSource.class);
            pool.getHikariPoolMXBean().softEvictConnections();
            Thread.sleep(pause);
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
