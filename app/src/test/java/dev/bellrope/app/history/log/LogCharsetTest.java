package dev.bellrope.app.history.log;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log in another character set than its mapping says is refused, because names would become one another. */
class LogCharsetTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String MAPPING = """
            mapping: small
            format: v1
            ticket: Case
            time: { column: When, zone: UTC }
            account: { id: Customer }
            opened: { facts: { priority: Customer } }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5_000, 40_000})
    void the_line_of_the_first_byte_that_does_not_fit_is_told(int before) throws IOException {
        assertThatThrownBy(() -> read(MAPPING, log(before), WINDOWS))
                .isInstanceOf(UnreadableLog.class)
                .hasMessageContaining("at line " + (before + 2) + ": it is not UTF-8")
                .hasMessageContaining("charset: windows-1252");
    }

    @Test
    void a_log_in_its_declared_or_marked_character_set_keeps_every_name() throws IOException {
        String declared = MAPPING.replace("ticket: Case", "file: { charset: windows-1252 }\nticket: Case");

        assertThat(read(declared, log(1), WINDOWS).accounts()).containsOnlyKeys("Acme", "Müller AG", "Möller AG");
        assertThat(read(MAPPING, log(30_000), UTF_8).accounts()).hasSize(3);
        assertThat(read(MAPPING, "\uFEFF" + log(1), UTF_16LE).accounts()).containsKey("Müller AG");
    }

    @Test
    void a_letter_cut_off_at_the_end_is_refused() {
        assertThatThrownBy(() -> read(MAPPING, log(0) + "3,2026-03-02 09:00:00,\u00c3", WINDOWS))
                .hasMessageContaining("it is not UTF-8");
    }

    private static String log(int before) {
        return "Case,When,Customer\n" + "0,2026-03-01 09:00:00,Acme\n".repeat(before)
                + "1,2026-03-02 09:00:00,Müller AG\n2,2026-03-02 09:00:00,Möller AG\n";
    }

    private Log read(String mapping, String log, Charset charset) throws IOException {
        Path file = Files.write(folder.resolve("log.csv"), log.getBytes(charset));
        return LogReader.read(file, Objects.requireNonNull(Mapping.read(mapping).mapping()));
    }
}
