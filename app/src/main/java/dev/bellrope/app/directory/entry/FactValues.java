package dev.bellrope.app.directory.entry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Normalises the values of an account's facts: texts, booleans, numbers, lists and maps. A number has one form however
 * it was written, so that 5 and 5.0 are the same fact.
 */
public final class FactValues {
    /** Kept within the whole numbers that a double represents exactly; storing a greater one could change it. */
    public static final double GREATEST = 1e15;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, Object>> FACTS = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private FactValues() {}

    static Map<String, Object> normal(Map<String, Object> facts) {
        Map<String, Object> normal = new TreeMap<>();
        facts.forEach((name, value) -> normal.put(name.strip(), normal(value)));
        return Collections.unmodifiableMap(normal);
    }

    private static Object normal(@Nullable Object value) {
        return switch (value) {
            case null -> MissingFact.NULL;
            case Map<?, ?> map -> {
                Map<String, Object> normal = new TreeMap<>();
                map.forEach((name, one) -> normal.put(String.valueOf(name), normal(one)));
                yield Collections.unmodifiableMap(normal);
            }
            case List<?> list -> {
                List<Object> normal = new ArrayList<>();
                list.forEach(one -> normal.add(normal(one)));
                yield Collections.unmodifiableList(normal);
            }
            case Number number -> number(number);
            default -> value;
        };
    }

    /** Stands for null until the rules refuse it. */
    enum MissingFact {
        NULL
    }

    private static Number number(Number number) {
        double value = number.doubleValue();
        if (Math.abs(value) > GREATEST || value != Math.rint(value)) {
            return value;
        }
        return number.longValue();
    }

    public static Map<String, Object> facts(String json) {
        return JSON.readValue(json, FACTS);
    }

    public static Map<String, String> texts(String json) {
        return JSON.readValue(json, TEXTS);
    }

    public static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}
