package dev.bellrope.app.messages.events;

import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.app.web.Texts;
import dev.bellrope.core.escalation.EventNames;
import dev.bellrope.core.fact.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The types of events that programs can be told about: a closed list, exactly the names under which events are stored.
 */
public final class EventTypes {
    /** The type of a test delivery that somebody asked for; nobody can subscribe to it. */
    public static final String TEST = "test";

    /** The names under which events are stored, by type. */
    private static final Map<String, String> NAMES = names();

    private EventTypes() {}

    /** Returns all types, such as {@code escalation.target-missed}, in the order of an escalation's life. */
    public static List<String> list() {
        return List.copyOf(NAMES.keySet());
    }

    /** Returns when an event of this type happens, as a sentence in the reader's language. */
    public static String when(String type) {
        return Texts.text("events.when." + NAMES.getOrDefault(type, type));
    }

    /** Returns the same sentence in English, for documents that are not pages. */
    public static String whenInEnglish(String type) {
        return Texts.english("events.when." + NAMES.getOrDefault(type, type));
    }

    /**
     * Refuses unknown types.
     *
     * @throws UnknownEventType for all unknown types; suggests the nearest known one of each
     */
    public static void check(List<String> types) {
        SortedMap<Integer, String> wrong = new TreeMap<>();
        for (int index = 0; index < types.size(); index++) {
            String type = types.get(index);
            if (!NAMES.containsKey(type)) {
                wrong.put(index, "There is no event type \"" + type + "\"; " + hint(type));
            }
        }
        if (!wrong.isEmpty()) {
            throw new UnknownEventType(wrong);
        }
    }

    /** Suggests a type. The common prefix is left out, since it says nothing about which type was meant. */
    private static String hint(String unknown) {
        String shared = RecordedEvent.type("");
        String written = unknown.regionMatches(true, 0, shared, 0, shared.length())
                ? unknown.substring(shared.length())
                : unknown;
        return Nearest.to(written, NAMES.values())
                .map(name -> "did you mean '" + RecordedEvent.type(name) + "'?")
                .orElseGet(() -> "there are " + String.join(", ", NAMES.keySet()) + ".");
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        EventNames.all().keySet().forEach(name -> names.put(RecordedEvent.type(name), name));
        return names;
    }
}
