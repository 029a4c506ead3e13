package dev.bellrope.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.playbook.reader.PlaybookReader;
import dev.bellrope.core.playbook.yaml.PlaybookProblem;
import dev.bellrope.core.playbook.yaml.ProblemReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The broken example against the report that was approved; on a difference, what was said stands in {@code target}. */
class BrokenPlaybookTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "broken.playbook.yaml");
    private static final Path APPROVED = Path.of("src", "test", "resources", "playbook", "broken.report.txt");
    private static final Path RECEIVED = Path.of("target", "broken.report.received.txt");

    @Test
    void everything_that_is_wrong_is_said_at_once() throws IOException {
        String text = Files.readString(EXAMPLE);
        List<PlaybookProblem> problems =
                new PlaybookReader().read(text, "broken@1").problems();
        String report = ProblemReport.render("examples/broken.playbook.yaml", text, problems, false);
        Files.createDirectories(RECEIVED.getParent());
        Files.writeString(RECEIVED, report);
        assertThat(problems).hasSizeGreaterThanOrEqualTo(20);
        assertThat(report).isEqualTo(Files.exists(APPROVED) ? Files.readString(APPROVED) : "nothing was approved yet");
    }
}
