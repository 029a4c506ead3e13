package dev.bellrope.app.directory.icalendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An event of an iCalendar file, as it is written. */
final class IcsEvent {
    private final int line;
    private final List<IcsProperty> properties = new ArrayList<>();

    /** @param line the line of its {@code BEGIN:VEVENT} */
    IcsEvent(int line) {
        this.line = line;
    }

    void add(IcsProperty property) {
        properties.add(property);
    }

    List<IcsProperty> all(String name) {
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .toList();
    }

    Optional<IcsProperty> find(String name) {
        return all(name).stream().findFirst();
    }

    String text(String name) {
        return find(name).map(IcsProperty::value).orElse("");
    }

    boolean isCancelled() {
        return text("STATUS").equalsIgnoreCase("CANCELLED");
    }

    /** Returns the number of its version; 0 if it has none. */
    int sequence() {
        return find("SEQUENCE")
                .map(property -> {
                    try {
                        return Integer.parseInt(property.value());
                    } catch (NumberFormatException none) {
                        throw property.refused("accepted is a whole number");
                    }
                })
                .orElse(0);
    }

    IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("line " + line + ": \"BEGIN:VEVENT\": " + why);
    }
}
