package dev.bellrope.app.directory.icalendar;

import java.util.List;
import java.util.Map;

/**
 * A property of an iCalendar file, such as {@code DTSTART;VALUE=DATE:20261224}.
 *
 * @param line the line on which it begins, from 1
 * @param name in upper case
 * @param parameters by their names in upper case
 */
record IcsProperty(int line, String name, Map<String, String> parameters, String value) {

    /** Returns the parts of a value that is a list. */
    List<String> values() {
        return List.of(value.split("\\s*,\\s*", -1));
    }

    /** Creates the refusal of it, for the message that people read. */
    IllegalArgumentException refused(String why) {
        StringBuilder text = new StringBuilder(name);
        parameters.forEach((parameter, given) ->
                text.append(';').append(parameter).append('=').append(given));
        return new IllegalArgumentException("line " + line + ": \"" + text + ":" + value + "\": " + why);
    }
}
