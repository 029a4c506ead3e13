package dev.bellrope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CommandsTest {
    @Test
    void wrongSettingsAreSaidWithoutAStackTraceBeforeAnythingStarts() {
        assertThat(run(2, "serve", "--port=abc", "--bellrope.prot=1"))
                .contains("bellrope.port = \"abc\"", "Did you mean bellrope.port?")
                .doesNotContain("\tat ");
    }

    @Test
    void aCommandIsNeeded() {
        assertThat(run(2)).contains("Say what to do.", "serve", "demo", "check", "replay");
    }

    @Test
    void anUnknownCommandIsSaid() {
        assertThat(run(2, "sreve")).contains("sreve");
    }

    private static String run(int expectedExitCode, String... arguments) {
        PrintStream before = System.err;
        var captured = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
            assertThat(Commands.execute(CommandsTest.class, arguments)).isEqualTo(expectedExitCode);
        } finally {
            System.setErr(before);
        }
        return captured.toString(StandardCharsets.UTF_8);
    }
}
