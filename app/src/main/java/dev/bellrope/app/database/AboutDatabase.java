package dev.bellrope.app.database;

import dev.bellrope.app.settings.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.stereotype.Component;

/** Which database this is, for whoever runs it; never what one signs in with. */
@Component
public class AboutDatabase {
    private final DataSource database;
    private final Flyway flyway;
    private final Replica replica;
    private final Settings settings;

    AboutDatabase(DataSource database, Flyway flyway, Replica replica, Settings settings) {
        this.database = database;
        this.flyway = flyway;
        this.replica = replica;
        this.settings = settings;
    }

    /**
     * What there is to say.
     *
     * @param version of PostgreSQL
     * @param where host, port and name of yours; empty: our own, under the home
     * @param migrations how many were applied
     * @param newest the one that was applied last
     * @param replica whether there is to be one
     * @param replicaAsOf as of when it reads; empty when it cannot be reached
     */
    public record DatabaseFacts(
            String version,
            Optional<String> where,
            int migrations,
            String newest,
            boolean replica,
            Optional<Instant> replicaAsOf) {}

    /** Asked anew each time. */
    public DatabaseFacts get() {
        List<MigrationInfo> applied = List.of(flyway.info().applied());
        return new DatabaseFacts(
                version(),
                settings.database().map(yours -> address(yours.url())),
                applied.size(),
                applied.isEmpty()
                        ? ""
                        : Objects.toString(applied.getLast().getVersion(), "") + " "
                                + applied.getLast().getDescription(),
                settings.replica().isPresent(),
                replica.asOf());
    }

    private String version() {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException away) {
            throw new IllegalStateException(away);
        }
    }

    /** A URL may carry a user and a password as parameters. */
    static String address(String url) {
        return url.replaceFirst("^jdbc:postgresql://", "")
                .replaceFirst("\\?.*$", "")
                .replaceFirst("^[^/]*@", "");
    }
}
