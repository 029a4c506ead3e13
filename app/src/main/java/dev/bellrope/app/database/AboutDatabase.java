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

/** Information about the database for operators, without its login. */
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
     * The facts about the database.
     *
     * @param version the version of PostgreSQL
     * @param where host, port and name of the operator's database; empty for the embedded one under the home
     * @param migrations how many migrations were applied
     * @param newest the migration that was applied last
     * @param replica whether a replica is configured
     * @param replicaAsOf the instant whose state the replica shows; empty if the replica cannot be reached
     */
    public record DatabaseFacts(
            String version,
            Optional<String> where,
            int migrations,
            String newest,
            boolean replica,
            Optional<Instant> replicaAsOf) {}

    /** Returns the current facts; they are queried each time. */
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

    /** Returns the address without user, password and parameters, which may contain them too. */
    static String address(String url) {
        return url.replaceFirst("^jdbc:postgresql://", "")
                .replaceFirst("\\?.*$", "")
                .replaceFirst("^[^/]*@", "");
    }
}
