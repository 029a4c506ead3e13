package dev.bellrope.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.bellrope.app.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Lets an application that runs work on another database: it has a pool for each, one after the other. */
final class SwitchableDatabase implements BeanPostProcessor {
    private final Switched switched;

    SwitchableDatabase(TestDatabase first) {
        this.switched = new Switched(first);
    }

    /** From here on every connection that is taken is one of that database. */
    void lead(TestDatabase other) {
        switched.lead(other);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof HikariDataSource fixed)) {
            return bean;
        }
        fixed.copyStateTo(switched.like);
        fixed.close();
        switched.open();
        return switched;
    }

    /** What the application takes for its pool. */
    private static final class Switched extends HikariDataSource {
        private static final Duration LOOK = Duration.ofMillis(2);
        private static final Duration PATIENCE = Duration.ofSeconds(2);

        private final HikariConfig like = new HikariConfig();
        private volatile TestDatabase database;
        private volatile HikariDataSource pool = new HikariDataSource();

        Switched(TestDatabase first) {
            this.database = first;
        }

        private void open() {
            HikariConfig config = new HikariConfig();
            like.copyStateTo(config);
            config.setJdbcUrl(database.url());
            config.setUsername(database.user());
            config.setPassword(database.password());
            config.setMinimumIdle(1);
            pool = new HikariDataSource(config);
        }

        void lead(TestDatabase other) {
            HikariDataSource before = pool;
            database = other;
            open();
            // Whoever is at work in the other one may finish.
            HikariPoolMXBean left = before.getHikariPoolMXBean();
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (left.getActiveConnections() > 0 && System.nanoTime() < end) {
                LockSupport.parkNanos(LOOK.toNanos());
            }
            before.close();
        }

        @Override
        public Connection getConnection() throws SQLException {
            return pool.getConnection();
        }

        @Override
        public HikariPoolMXBean getHikariPoolMXBean() {
            return pool.getHikariPoolMXBean();
        }

        @Override
        public boolean isRunning() {
            return pool.isRunning();
        }

        @Override
        public boolean isClosed() {
            return pool.isClosed();
        }

        @Override
        public void close() {
            pool.close();
        }
    }
}
