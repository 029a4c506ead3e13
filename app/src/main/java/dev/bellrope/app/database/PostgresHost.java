package dev.bellrope.app.database;

import dev.bellrope.app.settings.Settings;
import java.util.Optional;

/**
 * The PostgreSQL in use.
 *
 * @param own the embedded PostgreSQL to stop when we stop; empty if it is the operator's
 */
record PostgresHost(Settings.Database address, Optional<EmbeddedPostgres> own) implements AutoCloseable {
    static PostgresHost of(Settings settings) {
        if (settings.database().isPresent()) {
            return new PostgresHost(settings.database().get(), Optional.empty());
        }
        EmbeddedPostgres own = EmbeddedPostgres.start(settings.home(), "");
        // The database named after the user does not exist at first; "postgres" always does, and it is ours alone.
        return new PostgresHost(
                new Settings.Database(own.url("postgres"), EmbeddedPostgres.USER, own.password()), Optional.of(own));
    }

    /**
     * Returns the PostgreSQL for a command that may run beside Bellrope: an embedded one is joined if it is running,
     * and started if not.
     */
    static PostgresHost ofRunning(Settings settings) {
        return settings.database().isPresent()
                ? of(settings)
                : EmbeddedPostgres.findRunning(settings.home())
                        .map(address -> new PostgresHost(address, Optional.empty()))
                        .orElseGet(() -> of(settings));
    }

    @Override
    public void close() {
        own.ifPresent(EmbeddedPostgres::close);
    }
}
