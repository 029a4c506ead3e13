package dev.bellrope.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files that describe the demo company. */
final class DemoFiles {
    private static final Pattern DAY = Pattern.compile("\\{([+-]\\d+)}");

    private DemoFiles() {}

    static String text(String name) {
        try (InputStream file = DemoFiles.class.getResourceAsStream("/demo/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads a text in which {@code {+45}} becomes the day 45 days after today, so that renewals never lie in the past.
     */
    static String dated(String name, LocalDate today) {
        return DAY.matcher(text(name))
                .replaceAll(
                        day -> today.plusDays(Integer.parseInt(day.group(1))).toString());
    }

    /** Reads a YAML file that is a list of maps. */
    @SuppressWarnings("unchecked") // the files are ours, and a test reads each of them
    static List<Map<String, Object>> list(String name) {
        return (List<Map<String, Object>>)
                Objects.requireNonNull(new Load(LoadSettings.builder().build()).loadFromString(text(name)), name);
    }
}
