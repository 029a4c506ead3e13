package dev.bellrope.app.database;

import dev.bellrope.app.settings.Settings;
import java.util.Optional;

/**
 * Where the database is.
 *
 * @param own the PostgreSQL to stop when we stop; empty when it is yours
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

    /** The same for a look at it while Bellrope runs: our own is joined where it runs, and started where it does not. */
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
