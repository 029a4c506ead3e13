package dev.bellrope.app.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Facts picked from a body by JSON pointer; what the body lacks is left out. */
public final class PickedFacts {
    private final JsonNode body;
    private final Map<String, Object> facts = new LinkedHashMap<>();

    private PickedFacts(JsonNode body) {
        this.body = body;
    }

    public static PickedFacts from(JsonNode body) {
        return new PickedFacts(body);
    }

    /** Takes the value at a pointer as it is. */
    public PickedFacts take(String name, String pointer) {
        JsonNode found = body.at(pointer);
        boolean empty = found.isMissingNode() || found.isNull() || (found.isContainer() && found.isEmpty());
        return empty || (found.isString() && found.stringValue().isBlank()) ? this : put(name, JsonBodies.fact(found));
    }

    /** Takes one field of each element of an array, or the elements themselves if the field is empty. */
    public PickedFacts list(String name, String pointer, String field) {
        List<Object> list = new ArrayList<>();
        body.at(pointer).forEach(element -> {
            String text = JsonBodies.text(element, field);
            if (!text.isEmpty()) {
                list.add(text);
            }
        });
        return list.isEmpty() ? this : put(name, list);
    }

    /** Adds a value that is not from the body. */
    public PickedFacts put(String name, Object value) {
        facts.put(name, value);
        return this;
    }

    public Map<String, Object> facts() {
        return new LinkedHashMap<>(facts);
    }
}
