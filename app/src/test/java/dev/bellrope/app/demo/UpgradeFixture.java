package dev.bellrope.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.Bellrope;
import dev.bellrope.app.cli.Server;
import dev.bellrope.app.database.Backup;
import dev.bellrope.app.database.TestDatabase;
import dev.bellrope.app.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Writes a fixture for {@code UpgradeTest}: a backup of the demo's fortnight by the schema of today. One is written when a version is
 * released; those of earlier versions stay as they are.
 */
class UpgradeFixture {
    private static final Instant NOW = Instant.parse("2026-11-18T13:30:00Z");

    @Test
    @EnabledIfSystemProperty(named = "upgrade.fixture", matches = "[0-9.]+")
    void write() throws IOException {
        Path file = Path.of("src", "test", "resources", "upgrade", System.getProperty("upgrade.fixture") + ".backup");
        try (TestDatabase database = TestDatabase.create()) {
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
            try (ConfigurableApplicationContext context =
                    Server.start(Bellrope.class, settings, demo.beforeStart(false))) {
                assertThat(demo.moveIn(context, NOW)).isEmpty();
            }
            Files.deleteIfExists(file);
            Backup.write(settings, file);
        }
        assertThat(Files.size(file)).isLessThan(300_000);
    }
}
