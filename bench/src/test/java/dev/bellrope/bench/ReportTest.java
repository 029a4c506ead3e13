package dev.bellrope.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Finding FINDING = new Finding(
            "intake",
            "signals by HTTP",
            List.of(
                    new Finding.Figure("Bellrope", values("signals/s", 1234.5, "of the limit", 0.25), ""),
                    new Finding.Figure("plain JDBC (the limit)", Map.of("signals/s", 4938.0), "16 threads")),
            List.of(
                    Finding.Goal.atLeast("at least 0.4 of the limit", 0.4, 0.25),
                    Finding.Goal.atMost("at most 4 times the parsing", 4, 4),
                    Finding.Goal.atLeast("what could not be measured", 1, Double.NaN)),
            List.of("the sender runs on the same machine"));

    private static Map<String, Double> values(String first, double one, String second, double other) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(first, one);
        values.put(second, other);
        return values;
    }

    @Test
    void aTableForATerminalHasItsColumnsBelowEachOther() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Report.print(FINDING, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines().map(String::stripTrailing))
                .containsSequence(
                        "intake: signals by HTTP",
                        "",
                        "                          signals/s  of the limit",
                        "  Bellrope                    1,235          0.25",
                        "  plain JDBC (the limit)      4,938",
                        "",
                        "  falls short  at least 0.4 of the limit: 0.25",
                        "  reached      at most 4 times the parsing: 4.00",
                        "  falls short  what could not be measured: NaN",
                        "  plain JDBC (the limit): 16 threads",
                        "  * the sender runs on the same machine");
    }

    @Test
    void aTableForADocumentSaysTheSame() {
        assertThat(Report.markdown(FINDING)).isEqualTo("""
                ### intake

                signals by HTTP

                | | signals/s | of the limit |
                |---|---|---|
                | Bellrope | 1,235 | 0.25 |
                | plain JDBC (the limit) | 4,938 |  |

                * **falls short**: at least 0.4 of the limit: 0.25
                * **reached**: at most 4 times the parsing: 4.00
                * **falls short**: what could not be measured: NaN
                * the sender runs on the same machine

                """);
    }

    @Test
    void whatWasNotMeasuredIsSaidWithoutATable() {
        Finding absent = new Finding("replay", "not measured: the log is not here", List.of(), List.of(), List.of());
        assertThat(Report.markdown(absent)).isEqualTo("### replay\n\nnot measured: the log is not here\n\n");
    }

    @Test
    void whatWasMeasuredIsWrittenWithTheMachineThatItWasMeasuredOn(@TempDir Path folder) throws IOException {
        Report.write(folder.resolve("new/bench.json"), Map.of("cores", 2), List.of(FINDING));
        Report.writeMarkdown(folder.resolve("new/bench.md"), Map.of("cores", 2), List.of(FINDING));
        assertThat(Files.readString(folder.resolve("new/bench.json")))
                .contains("\"cores\" : 2", "\"row\" : \"intake\"", "\"reached\" : false");
        assertThat(Files.readString(folder.resolve("new/bench.md"))).contains("### intake", "* cores: 2");
    }
}
