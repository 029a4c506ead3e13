package dev.bellrope.bench.clocks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.bellrope.app.database.EmbeddedPostgres;
import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one PostgreSQL on which all are measured, with a new database for each contestant. */
public final class Arena {
    /** Durable as it comes; the time of each commit is kept, so that lateness is measured the same way for all. */
    private static final String OPTIONS = "-c max_connections=200 -c shared_buffers=256MB -c max_wal_size=4GB"
            + " -c checkpoint_timeout=30min -c track_commit_timestamp=on -c autovacuum_naptime=1s"
            + " -c shared_preload_libraries=pg_stat_statements -c pg_stat_statements.track_utility=off";

    private final EmbeddedPostgres postgres;
    private int number;

    private Arena(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts it, without what an earlier run left; it stops with this process, also when that is interrupted. */
    public static Arena open(Path home) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(home, OPTIONS);
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        Arena arena = new Arena(postgres);
        JdbcClient client = JdbcClient.create(arena.source("postgres"));
        client.sql("select datname from pg_database where datname like 'bench\\_%'")
                .query(String.class)
                .list()
                .forEach(left -> client.sql("drop database \"" + left + "\" with (force)")
                        .update());
        return arena;
    }

    /** One database, dropped when it is closed. */
    public record Database(Arena arena, String name, String url, String user, String password)
            implements AutoCloseable {
        /** Without a pool, for those who look on. */
        public JdbcClient client() {
            return JdbcClient.create(arena.source(name));
        }

        /** A pool as Bellrope's own has it. */
        public HikariDataSource pool() {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            config.setUsername(user);
            config.setPassword(password);
            config.setMaximumPoolSize(Contestant.POOL);
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
            return new HikariDataSource(config);
        }

        /** As after a quiet night: nobody pays for what was written before the measurement. */
        public void settle() {
            client().sql("vacuum analyze").update();
            client().sql("checkpoint").update();
        }

        @Override
        public void close() {
            JdbcClient.create(arena.source("postgres"))
                    .sql("drop database if exists " + name + " with (force)")
                    .update();
        }
    }

    public Database create() {
        String name = "bench_" + ++number;
        JdbcClient.create(source("postgres")).sql("create database " + name).update();
        return new Database(this, name, postgres.url(name), EmbeddedPostgres.USER, postgres.password());
    }

    public String settings() {
        return "PostgreSQL "
                + JdbcClient.create(source("postgres"))
                        .sql("show server_version")
                        .query(String.class)
                        .single()
                + " " + OPTIONS;
    }

    private PGSimpleDataSource source(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.url(database));
        source.setUser(EmbeddedPostgres.USER);
        source.setPassword(postgres.password());
        return source;
    }
}
