package dev.bellrope.app.architecture.broken;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL outside of a table's class, which takes the database's time too. */
record Wishes(JdbcClient client) {
    List<Integer> list() {
        return client.sql("select wish from wishes where due_at < now()")
                .query((row, number) -> row.getInt(1))
                .list();
    }
}
