package dev.bellrope.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.bellrope.app.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pool of connections, to your PostgreSQL or to our own. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final int CONNECTIONS = 20;

    @Bean
    PostgresHost postgresHost(Settings settings) {
        return PostgresHost.of(settings);
    }

    @Bean
    HikariDataSource dataSource(PostgresHost host) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("bellrope");
        config.setJdbcUrl(host.address().url());
        config.setUsername(host.address().user());
        config.setPassword(host.address().password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.addDataSourceProperty("ApplicationName", "bellrope");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }
}
