package dev.bellrope.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.Bellrope;
import dev.bellrope.app.cli.Server;
import dev.bellrope.app.database.TestDatabase;
import dev.bellrope.app.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;

/** The demo company on a database of its own, moved in on a Wednesday afternoon at which its clock stands. */
record RunningDemo(TestDatabase database, Settings settings, ConfigurableApplicationContext context)
        implements AutoCloseable {
    private static final Instant NOW = Instant.parse("2026-11-18T13:30:00Z");

    static RunningDemo start() {
        TestDatabase database = TestDatabase.create();
        Settings settings = Demo.settings(new Settings(
                0,
                Path.of("target", "test-home").toAbsolutePath(),
                URI.create("http://localhost"),
                Optional.of(new Settings.Database(database.url(), database.user(), database.password())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of()));
        Demo demo = new Demo(settings, System.out::println);
        demo.clock().standAt(NOW);
        ConfigurableApplicationContext context = Server.start(Bellrope.class, settings, demo.beforeStart(false));
        assertThat(demo.moveIn(context, NOW)).isEmpty();
        return new RunningDemo(database, settings, context);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
