package dev.bellrope.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A fresh database with all tables and no rows, on one PostgreSQL that all tests of the process share. It is copied from a migrated
 * template, which takes a fraction of a second.
 */
public record TestDatabase(String name, String url, String user, String password) implements AutoCloseable {
    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int MOST_PROCESSES = 8;

    /** Started by the first test that needs it, stopped with the process. */
    private static final class Shared {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            EmbeddedPostgres postgres = startInFreeHome(1);
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            dropLeftovers(postgres);
            migrate(postgres);
            return postgres;
        }

        /** Tests run in several processes at once, each with a PostgreSQL of its own. */
        private static EmbeddedPostgres startInFreeHome(int number) {
            try {
                // The home stays over runs, for its unpacked programs; no fsync, since nothing here must survive a
                // power cut.
                Path home = Files.createDirectories(
                        Path.of("target", "test-database-" + number).toAbsolutePath());
                return EmbeddedPostgres.start(
                        home, "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=300");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (DatabaseUnavailable taken) {
                if (number == MOST_PROCESSES) {
                    throw taken;
                }
                return startInFreeHome(number + 1);
            }
        }

        private static void dropLeftovers(EmbeddedPostgres postgres) {
            JdbcClient client = JdbcClient.create(source(postgres, "postgres"));
            client.sql("select datname from pg_database where datname like 'test\\_%' or datname = :template")
                    .param("template", TEMPLATE)
                    .query(String.class)
                    .list()
                    .forEach(left -> client.sql("drop database \"" + left + "\" with (force)")
                            .update());
            client.sql("create database " + TEMPLATE).update();
        }

        private static void migrate(EmbeddedPostgres postgres) {
            Flyway.configure()
                    .dataSource(source(postgres, TEMPLATE))
                    .locations("classpath:db/migration")
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
        }
    }

    /** Makes one; close it to drop it. */
    public static TestDatabase create() {
        EmbeddedPostgres postgres = Shared.POSTGRES;
        String name = "test_" + NUMBER.incrementAndGet();
        // PostgreSQL copies a template only while nobody else does.
        synchronized (TestDatabase.class) {
            administer("create database " + name + " template " + TEMPLATE + " strategy file_copy");
        }
        return new TestDatabase(name, postgres.url(name), EmbeddedPostgres.USER, postgres.password());
    }

    /** Makes one without any tables. */
    public static TestDatabase createWithoutTables() {
        EmbeddedPostgres postgres = Shared.POSTGRES;
        String name = "test_" + NUMBER.incrementAndGet();
        administer("create database " + name + " template template0");
        return new TestDatabase(name, postgres.url(name), EmbeddedPostgres.USER, postgres.password());
    }

    /** Without a pool: each connection is a new one. */
    public DataSource dataSource() {
        return source(url, user, password);
    }

    public JdbcClient client() {
        return JdbcClient.create(dataSource());
    }

    @Override
    public void close() {
        administer("drop database if exists " + name + " with (force)");
    }

    private static void administer(String statement) {
        JdbcClient.create(source(Shared.POSTGRES, "postgres")).sql(statement).update();
    }

    private static DataSource source(EmbeddedPostgres postgres, String database) {
        return source(postgres.url(database), EmbeddedPostgres.USER, postgres.password());
    }

    private static DataSource source(String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }
}
