package dev.bellrope.app.directory.icalendar;

import java.io.IOException;
import java.io.LineNumberReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import org.jspecify.annotations.Nullable;

/**
 * Collects the events of an iCalendar file from ical4j's parser. The parser's own model is not built: it refuses files
 * for properties that say nothing about days, keeps the zones of each file, and looks for newer ones in the network.
 */
final class IcsEvents implements ContentHandler {
    private final LineNumberReader text;
    private final List<Integer> numbers = new ArrayList<>(); // of the lines of the text in the file, from 1
    private final List<IcsEvent> events = new ArrayList<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private @Nullable IcsEvent event;
    private int nested; // inside an alarm or another component within an event
    private int line;
    private String value = "";

    /** Leaves out empty lines, which the parser refuses and many programs write. */
    private IcsEvents(String file) {
        StringBuilder lines = new StringBuilder();
        int number = 0;
        for (String one : file.lines().toList()) {
            number++;
            if (!one.isEmpty()) {
                lines.append(one).append('\n');
                numbers.add(number);
            }
        }
        numbers.add(number + 1); // its end
        this.text = new LineNumberReader(new StringReader(lines.toString()));
    }

    /** Returns the number in the file of the line before the one that is being read, or of that one. */
    private int number(boolean before) {
        int read = text.getLineNumber() - (before ? 1 : 0);
        return numbers.get(Math.clamp(read, 0, numbers.size() - 1));
    }

    /**
     * Reads the events.
     *
     * @throws IllegalArgumentException if the text is no iCalendar file, or ends before it does; names the line
     */
    static List<IcsEvent> read(String text) {
        IcsEvents read = new IcsEvents(text);
        try {
            new CalendarParserImpl().parse(new UnfoldingReader(read.text, true), read);
        } catch (ParserException | IOException refused) {
            throw new IllegalArgumentException(
                    "line " + read.number(false)
                            + ": this is no iCalendar file, which goes from BEGIN:VCALENDAR to END:VCALENDAR: "
                            + reason(refused),
                    refused);
        }
        return read.events;
    }

    /** Returns the parser's reason without its own line number, which counts what it has unfolded. */
    private static String reason(Exception refused) {
        return String.valueOf(refused.getMessage()).replaceFirst("^Error at line \\d+:\\s*", "");
    }

    @Override
    public void startCalendar() {
        // its events are what counts
    }

    @Override
    public void endCalendar() {
        // its events are what counts
    }

    @Override
    public void startComponent(String name) {
        if (event != null) {
            nested++;
        } else if (name.equalsIgnoreCase("VEVENT")) {
            event = new IcsEvent(number(true));
        }
    }

    @Override
    public void endComponent(String name) {
        if (event != null && nested > 0) {
            nested--;
        } else if (event != null) {
            events.add(event);
            event = null;
        }
    }

    @Override
    public void startProperty(String name) {
        line = number(false);
        parameters.clear();
        value = "";
    }

    @Override
    public void parameter(String name, String given) {
        parameters.put(name.toUpperCase(Locale.ROOT), given.replace("\"", ""));
    }

    @Override
    public void propertyValue(String given) {
        value = given.strip();
    }

    @Override
    public void endProperty(String name) {
        if (event != null && nested == 0) {
            event.add(new IcsProperty(line, name.toUpperCase(Locale.ROOT), new LinkedHashMap<>(parameters), value));
        }
    }
}
