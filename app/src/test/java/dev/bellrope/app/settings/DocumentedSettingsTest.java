package dev.bellrope.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.architecture.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of docs/settings.md lists the settings that exist, in their order and in the words of the program. */
class DocumentedSettingsTest {
    @Test
    void theTableIsWhatTheProgramAccepts() throws IOException {
        List<String> written = Files.readAllLines(Repository.file("docs/settings.md")).stream()
                .filter(line -> line.matches("\\| `[a-z.-]+` \\| `BELLROPE_[A-Z_]+` \\| .*"))
                .map(line -> line.replaceFirst("\\|[^|]*\\|$", "|"))
                .toList();
        assertThat(written)
                .isEqualTo(Arrays.stream(Setting.values())
                        .map(setting -> "| `%s` | `%s` | %s |"
                                .formatted(
                                        setting.key().substring(Setting.PREFIX.length()),
                                        setting.variable(),
                                        setting.accepts()))
                        .toList());
    }
}
