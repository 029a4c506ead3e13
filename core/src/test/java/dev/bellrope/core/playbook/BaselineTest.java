package dev.bellrope.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.playbook.reader.PlaybookReader;
import dev.bellrope.core.playbook.reader.PlaybookReader.PlaybookResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {
    @Test
    void the_baseline_reads_without_a_problem() {
        PlaybookResult reading = new PlaybookReader().read(PlaybookReader.baseline(), "baseline@1");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.playbook()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "short-targets", "replay"})
    void every_example_reads_without_a_problem(String name) throws IOException {
        String text = Files.readString(Path.of("..", "examples", name + ".playbook.yaml"));
        assertThat(new PlaybookReader().read(text, name + "@1").problems()).isEmpty();
    }
}
