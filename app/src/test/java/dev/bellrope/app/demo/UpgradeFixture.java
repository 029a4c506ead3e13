package dev.bellrope.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.database.Backup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Writes a fixture for {@code UpgradeTest}: a backup of the demo's fortnight by the schema of today. One is written when a version is
 * released; those of earlier versions stay as they are.
 */
class UpgradeFixture {
    @Test
    @EnabledIfSystemProperty(named = "upgrade.fixture", matches = "[0-9.]+")
    void write() throws IOException {
        Path file = Path.of("src", "test", "resources", "upgrade", System.getProperty("upgrade.fixture") + ".backup");
        try (RunningDemo demo = RunningDemo.start()) {
            // What is written is what a server left behind that was stopped.
            demo.context().close();
            Files.deleteIfExists(file);
            Backup.write(demo.settings(), file);
        }
        assertThat(Files.size(file)).isLessThan(300_000);
    }
}
