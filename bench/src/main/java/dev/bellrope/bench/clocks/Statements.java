package dev.bellrope.bench.clocks;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements that a contestant sends, counted by PostgreSQL; begin and commit are not among them. */
public final class Statements {
    private static final String COUNT = """
            select coalesce(sum(calls), 0) from pg_stat_statements
            where dbid = (select oid from pg_database where datname = current_database()) and query not like '%struck%'
            """;

    private static final String LIST = """
            select format('%s calls, %s ms, %s', calls, round(total_exec_time), regexp_replace(query, '\\s+', ' ', 'g'))
            from pg_stat_statements
            where dbid = (select oid from pg_database where datname = current_database()) and query not like '%struck%'
            order by total_exec_time desc
            limit 30
            """;

    private Statements() {}

    /** Counts from here on. */
    public static void reset(JdbcClient client) {
        client.sql("create extension if not exists pg_stat_statements").update();
        client.sql("select 1 from pg_stat_statements_reset()")
                .query(Integer.class)
                .single();
    }

    public static long count(JdbcClient client) {
        return client.sql(COUNT).query(Long.class).single();
    }

    /** Each with its calls and its time, what took longest first. */
    public static List<String> list(JdbcClient client) {
        return client.sql(LIST).query((row, number) -> row.getString(1)).list();
    }
}
