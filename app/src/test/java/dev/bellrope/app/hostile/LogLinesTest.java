package dev.bellrope.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.traces.Trace;
import dev.bellrope.app.traces.Traces;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

class LogLinesTest {
    private static final Logger LOGGER = LoggerFactory.getLogger(LogLinesTest.class);

    private static CapturedLog log() throws IOException {
        return new CapturedLog(Objects.requireNonNull(new YamlPropertySourceLoader()
                        .load("application", new ClassPathResource("application.yaml"))
                        .getFirst()
                        .getProperty("logging.pattern.console"))
                .toString());
    }

    @Test
    void aTextFromOutsideCannotLookLikeAnEntry() throws IOException {
        try (CapturedLog log = log()) {
            LOGGER.warn("Refused {}", "a\n" + Nasty.LOG_LINE + "\r" + Nasty.LOG_LINE + "\u0085\u2028\u001b[2J");
            assertThat(log.forged()).isEmpty();
            assertThat(log.entries())
                    .singleElement()
                    .asString()
                    .contains("Refused a " + Nasty.LOG_LINE)
                    .endsWith("[2J" + System.lineSeparator());
        }
    }

    @Test
    void theTraceIsBeforeTheMessage() throws IOException {
        try (CapturedLog log = log()) {
            LOGGER.warn("without");
            Trace trace = Trace.begin();
            Traces.logged(trace, () -> {
                LOGGER.warn("within");
                return trace;
            });
            // The name of the logger is filled up to 30 letters.
            assertThat(log.entries().getFirst()).endsWith(".LogLinesTest   without" + System.lineSeparator());
            assertThat(log.entries().getLast())
                    .endsWith(".LogLinesTest   " + trace.id() + " within" + System.lineSeparator());
        }
    }

    @Test
    void anExceptionIsIndentedWhateverItsMessageSays() throws IOException {
        try (CapturedLog log = log()) {
            LOGGER.error(
                    "Failed",
                    new IllegalStateException("a\n" + Nasty.LOG_LINE, new IOException("b\r" + Nasty.LOG_LINE)));
            assertThat(log.forged()).isEmpty();
            assertThat(log.entries())
                    .singleElement()
                    .asString()
                    .contains("\n  " + Nasty.LOG_LINE, "\n\tat ", "\n  Caused by: ");
        }
    }
}
