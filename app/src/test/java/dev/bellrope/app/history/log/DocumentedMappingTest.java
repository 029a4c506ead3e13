package dev.bellrope.app.history.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked examples of the document do what the document says. */
class DocumentedMappingTest {
    private static final Pattern EXAMPLE = Pattern.compile("```\\n(.*?)```\\n\\n```yaml\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void the_worked_examples_do_what_is_said() throws IOException {
        Path document = Path.of("..", "docs", "mapping.md");
        Matcher example = EXAMPLE.matcher(Files.readString(document));

        assertThat(example.find()).isTrue();
        assertThat(told(example))
                .containsExactly(
                        "2012-04-03T11:45:33Z ticket.opened",
                        "2012-04-03T11:45:33Z ticket.assigned",
                        "2012-04-03T11:47:22Z ticket.resolved",
                        "2012-04-03T12:15:02Z ticket.reopened",
                        "2012-04-03T12:15:02Z ticket.assigned");
        assertThat(example.find()).isTrue();
        assertThat(told(example))
                .containsExactly(
                        "2016-02-29T04:40:00Z ticket.opened",
                        "2016-02-29T05:30:00Z ticket.assigned",
                        "2016-03-01T09:14:00Z ticket.changed",
                        "2016-03-01T09:14:00Z ticket.paused",
                        "2016-03-01T09:52:00Z ticket.resumed",
                        "2016-03-01T09:52:00Z ticket.resolved");
    }

    private List<String> told(Matcher example) throws IOException {
        Path log = Files.writeString(folder.resolve("log.csv"), example.group(1));
        return LogReader.read(log, Examples.read(example.group(2))).signals().stream()
                .map(signal -> signal.at() + " " + signal.kind())
                .toList();
    }
}
