package dev.bellrope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {
    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final String SMALL = """
            playbook: small
            format: v1
            purpose: To be checked.
            owner: somebody
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aPlaybookInOrderIsOneFriendlyLine() {
        assertThat(check(EXAMPLES.resolve("minimal.playbook.yaml").toString())).isZero();
        assertThat(out.toString())
                .startsWith("small-team: 14 triggers, 6 issue types, 3 tiers, 3 levels, 3 targets, 3 routes")
                .endsWith("no exceptions; no problems" + System.lineSeparator());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void problemsAreReportedAndTheExitCodeSaysSo() {
        assertThat(check(EXAMPLES.resolve("broken.playbook.yaml").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("broken.playbook.yaml:4:1: 'purpse' is unknown here", " problems in ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void severalFilesAreAllCheckedAndTheWorstCounts() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), SMALL + "colour: red\n");
        assertThat(check(
                        EXAMPLES.resolve("minimal.playbook.yaml").toString(),
                        wrong.toString(),
                        folder.resolve("absent.yaml").toString()))
                .isEqualTo(2);
        assertThat(out.toString()).contains("small-team: ");
        assertThat(err.toString())
                .contains("wrong.yaml:5:1: 'colour' is unknown here", "1 problem in ", "no such file");
    }

    @Test
    void countriesAreKnown() throws IOException {
        Path known = Files.writeString(folder.resolve("known.yaml"), SMALL + """
                calendars:
                  munich:
                    zone: Europe/Berlin
                    hours: { mon-fri: ["09:00-17:00"] }
                    holidays: { country: DE, region: by }
                """);
        assertThat(check(known.toString())).isZero();
    }

    @Test
    void standardInputIsRead() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(SMALL.getBytes(StandardCharsets.UTF_8)));
            assertThat(check("-")).isZero();
            System.setIn(new ByteArrayInputStream("playbook: x".getBytes(StandardCharsets.UTF_8)));
            assertThat(check("-")).isEqualTo(1);
        } finally {
            System.setIn(before);
        }
        assertThat(err.toString()).contains("standard input:1:1: ");
    }

    @Test
    void whatCannotBeReadIsSaid() throws IOException {
        assertThat(check(folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("it is a directory");
        Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', (byte) 0xE9, ':'});
        assertThat(check(latin.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("it is no text in UTF-8").doesNotContain("\tat ");
    }

    private int check(String... files) {
        return new CommandLine(new CheckCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(files);
    }
}
