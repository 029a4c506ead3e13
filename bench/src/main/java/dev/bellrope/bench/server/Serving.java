package dev.bellrope.bench.server;

import dev.bellrope.app.Bellrope;
import dev.bellrope.app.cli.Server;
import dev.bellrope.app.messages.Messages;
import dev.bellrope.app.settings.Settings;
import dev.bellrope.bench.clocks.Arena;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application as {@code bellrope serve} starts it, on a port of its own and a database of the arena. */
public final class Serving implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Serving(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static Serving start(Arena.Database database, Path home, Clock clock) {
        Settings settings = new Settings(
                0,
                home,
                URI.create("http://localhost"),
                Optional.of(new Settings.Database(database.url(), database.user(), database.password())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        return new Serving(Server.start(
                Bellrope.class,
                settings,
                (GenericApplicationContext starting) -> starting.registerBean(Clock.class, () -> clock)));
    }

    /** Strikes and sends nothing by itself from here on, so that only what is asked for is measured. */
    public void rest() {
        context.getBean("striker", SmartLifecycle.class).stop();
        context.getBean(Messages.class).rest();
    }

    public <B> B get(Class<B> type) {
        return context.getBean(type);
    }

    public JdbcClient client() {
        return get(JdbcClient.class);
    }

    /** The address of a path that starts with a slash. */
    public URI url(String path) {
        return URI.create(
                "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    @Override
    public void close() {
        context.close();
    }
}
