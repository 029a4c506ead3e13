package dev.bellrope.app.messages.events;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** The meanings of the fields of events, for documents. */
final class EventFields {
    private static final Map<String, String> MEANINGS = read();

    private EventFields() {}

    /**
     * Returns what a field means in an event or part, or else what it means everywhere.
     *
     * @param where the name of an event, {@code target-missed}, or of a part of one, {@code Assessment}
     * @throws IllegalStateException when the field is not described
     */
    static String meaning(String where, String field) {
        return Optional.ofNullable(MEANINGS.get(where + "." + field))
                .or(() -> Optional.ofNullable(MEANINGS.get(field)))
                .orElseThrow(() -> new IllegalStateException("nothing says what " + where + "." + field + " means"));
    }

    /** Returns all meanings, keyed by field, or by event or part and field. */
    static Map<String, String> all() {
        return MEANINGS;
    }

    private static Map<String, String> read() {
        Properties meanings = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(EventFields.class.getResourceAsStream("/events/fields.properties")),
                StandardCharsets.UTF_8)) {
            meanings.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return meanings.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, meanings::getProperty));
    }
}
