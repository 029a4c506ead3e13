package dev.bellrope.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.bellrope.app.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Configures the connection pool, to the operator's PostgreSQL or to the embedded one. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final int CONNECTIONS = 20;

    /**
     * How long to wait for a connection: less than the ten seconds after which most load balancers give up on a health
     * check.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int IDLE_CONNECTIONS = 4;

    /**
     * How long a transaction may be idle before the database ends it. None of ours waits for people or for another
     * server, so an idle one belongs to a node that hangs, and the others would wait for its locks.
     */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    @Bean
    PostgresHost postgresHost(Settings settings) {
        return PostgresHost.of(settings);
    }

    /**
     * Creates the replica. Its connections are not a bean, so that what the frameworks do and check for a database
     * applies to the primary only.
     */
    @Bean
    Replica replica(Settings settings, JdbcClient database, MeterRegistry meters, Clock clock) {
        if (settings.replica().isEmpty()) {
            new StandbyMeters(meters, () -> 0);
            return Replica.none(database);
        }
        Standby standby = new Standby(settings.replica().get(), database, meters, clock);
        standby.start();
        return standby;
    }

    @Bean
    HikariDataSource dataSource(PostgresHost host) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("bellrope");
        config.setJdbcUrl(host.address().url());
        config.setUsername(host.address().user());
        config.setPassword(host.address().password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(IDLE_CONNECTIONS);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setConnectionInitSql("set idle_in_transaction_session_timeout = '" + LONGEST_SILENCE.toSeconds() + "s'");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", "bellrope");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException refused) {
            throw new DatabaseUnavailable(
                    "The database " + host.address().url().replaceFirst("\\?.*", "") + " (as "
                            + host.address().user() + ") cannot be used",
                    NestedExceptionUtils.getMostSpecificCause(refused));
        }
    }
}
