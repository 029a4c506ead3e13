package dev.bellrope.bench.clocks;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what timers left behind; a contestant that leaves out a part, or does it twice, has no figure. */
record Mistakes(JdbcClient client, int timers, List<String> found) {
    void expect(String what, String count) {
        long counted = client.sql(count).query(Long.class).single();
        if (counted != timers) {
            found.add(what + ": " + counted + " instead of " + timers);
        }
    }
}
