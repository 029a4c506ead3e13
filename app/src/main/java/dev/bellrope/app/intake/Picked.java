package dev.bellrope.app.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Facts picked out of a body by JSON pointer; what the body does not have is left out. */
public final class Picked {
    private final JsonNode body;
    private final Map<String, Object> facts = new LinkedHashMap<>();

    private Picked(JsonNode body) {
        this.body = body;
    }

    public static Picked from(JsonNode body) {
        return new Picked(body);
    }

    /** A value as it is. */
    public Picked take(String name, String pointer) {
        JsonNode found = body.at(pointer);
        boolean empty = found.isMissingNode() || found.isNull() || (found.isContainer() && found.isEmpty());
        return empty || (found.isString() && found.stringValue().isBlank()) ? this : put(name, Json.fact(found));
    }

    /** One field of each element of an array, or each element itself where the field is empty. */
    public Picked list(String name, String pointer, String field) {
        List<Object> list = new ArrayList<>();
        body.at(pointer).forEach(element -> {
            String text = Json.text(element, field);
            if (!text.isEmpty()) {
                list.add(text);
            }
        });
        return list.isEmpty() ? this : put(name, list);
    }

    /** A value of ours. */
    public Picked put(String name, Object value) {
        facts.put(name, value);
        return this;
    }

    public Map<String, Object> facts() {
        return new LinkedHashMap<>(facts);
    }
}
