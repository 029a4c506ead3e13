package dev.bellrope.app.messages.events;

import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.EventNames;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.playbook.Severity;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema of the events sent to programs, generated from the list of events and their records. Each type has
 * three definitions: the whole event, {@code EscalationTargetMissedEvent}; its {@code data}; and within that the {@code
 * details}, which are the event's own fields.
 */
public final class EventSchema {
    /** The path of the schema. */
    public static final String PATH = "/schema/events-v1.json";

    private static final String DEFINITIONS = "#/$defs/";
    private static final String COMMON = "EventData";

    /** The pattern of a duration as Java writes it, in ISO 8601; a day is written as 24 hours. */
    private static final String DURATION = "^PT(-?[0-9]+H)?(-?[0-9]+M)?(-?[0-9]+(\\.[0-9]+)?S)?$";

    private final String references;
    private final Map<String, Object> definitions = new TreeMap<>();

    private EventSchema(String references) {
        this.references = references;
        definitions.put(COMMON, common());
        EventNames.all().forEach(this::define);
        definitions.put(word(EventTypes.TEST) + "Data", object(Map.of("subscription", text("format", "uuid")), "test"));
        definitions.put(sent(EventTypes.TEST), body(EventTypes.TEST));
    }

    /** Returns the schema as a document of its own. */
    public static Map<String, Object> document() {
        EventSchema schema = new EventSchema(DEFINITIONS);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("title", "Bellrope events");
        document.put(
                "description",
                "What a webhook is told, and what an event in Kafka says. Types and fields may be added to it; none changes"
                        + " its meaning.");
        document.put(
                "oneOf",
                Stream.concat(EventTypes.list().stream(), Stream.of(EventTypes.TEST))
                        .map(type -> schema.reference(sent(type)))
                        .toList());
        document.put("$defs", schema.definitions);
        return document;
    }

    /**
     * Returns the definitions alone, to include in another document.
     *
     * @param references where that document keeps them, such as {@code #/components/schemas/}
     */
    public static Map<String, Object> definitions(String references) {
        return new EventSchema(references).definitions;
    }

    /** Returns the name of the definition of the event that is sent for a type. */
    public static String sent(String type) {
        return word(type) + "Event";
    }

    /**
     * Returns the address of the definition of {@code data}.
     *
     * @param baseUrl the address at which people reach Bellrope
     */
    public static URI address(URI baseUrl, String type) {
        return URI.create(baseUrl + PATH + DEFINITIONS + word(type) + "Data");
    }

    private void define(String name, Class<? extends Event> event) {
        String type = RecordedEvent.type(name);
        definitions.put(word(type) + "Details", record(event, name));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(
                "allOf",
                List.of(
                        reference(COMMON),
                        Map.of(
                                "type",
                                "object",
                                "required",
                                List.of("details"),
                                "properties",
                                Map.of("details", described(reference(word(type) + "Details"), "data", "details")))));
        definitions.put(word(type) + "Data", data);
        definitions.put(sent(type), body(type));
    }

    private Map<String, Object> body(String type) {
        Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
        properties.put("type", text("enum", List.of(type)));
        properties.put("timestamp", text("format", "date-time"));
        properties.put("dataschema", text("format", "uri"));
        properties.put("data", reference(word(type) + "Data"));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("description", EventTypes.whenInEnglish(type));
        body.putAll(object(properties, "event"));
        // In Kafka the timestamp is the "time" of the CloudEvent.
        body.put("required", List.of("type", "dataschema", "data"));
        return body;
    }

    private static Map<String, Object> common() {
        Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
        properties.put("escalation", text());
        properties.put("url", text("format", "uri"));
        properties.put("account", text());
        properties.put("sequence", new LinkedHashMap<>(Map.of("type", "integer")));
        properties.put("at", text("format", "date-time"));
        properties.put("actor", text());
        properties.put("playbook", text());
        properties.put("severity", text("enum", ClosedWords.all(Severity.class)));
        properties.put("status", text("enum", ClosedWords.all(Status.class)));
        properties.put("level", text());
        properties.put("text", text());
        properties.put("trace", text());
        return object(properties, "data");
    }

    /** Returns the schema of a record; a component that is itself a record gets its own definition. */
    private Map<String, Object> record(Class<?> record, String word) {
        Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
        List<String> optional = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            properties.put(component.getName(), of(component.getGenericType()));
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                optional.add(component.getName());
            }
        }
        Map<String, Object> object = object(properties, word);
        object.put(
                "required",
                properties.keySet().stream()
                        .filter(field -> !optional.contains(field))
                        .toList());
        return object;
    }

    private Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType many) {
            Type last = many.getActualTypeArguments()[many.getActualTypeArguments().length - 1];
            return many.getRawType() == Map.class
                    ? new LinkedHashMap<>(Map.of("type", "object", "additionalProperties", of(last)))
                    : new LinkedHashMap<>(Map.of("type", "array", "items", of(last)));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            String name = "Event" + plain.getSimpleName();
            if (!definitions.containsKey(name)) {
                definitions.put(name, record(plain, plain.getSimpleName()));
            }
            return reference(name);
        }
        if (plain.isEnum()) {
            return text("enum", ClosedWords.all(plain));
        }
        if (plain == String.class) {
            return text();
        }
        if (plain == Instant.class) {
            return text("format", "date-time");
        }
        if (plain == Duration.class) {
            return text("pattern", DURATION);
        }
        if (plain == boolean.class) {
            return new LinkedHashMap<>(Map.of("type", "boolean"));
        }
        return new LinkedHashMap<>(Map.of("type", plain == double.class ? "number" : "integer"));
    }

    /** Returns the schema of an object whose fields are described and all required. */
    private static Map<String, Object> object(Map<String, Map<String, Object>> properties, String word) {
        properties.forEach((field, schema) -> described(schema, word, field));
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("required", List.copyOf(properties.keySet()));
        object.put("properties", properties);
        return object;
    }

    private static Map<String, Object> described(Map<String, Object> schema, String word, String field) {
        schema.put("description", EventFields.meaning(word, field));
        return schema;
    }

    private Map<String, Object> reference(String definition) {
        return new LinkedHashMap<>(Map.of("$ref", references + definition));
    }

    private static Map<String, Object> text() {
        return new LinkedHashMap<>(Map.of("type", "string"));
    }

    private static Map<String, Object> text(String keyword, Object value) {
        Map<String, Object> text = text();
        text.put(keyword, value);
        return text;
    }

    /** Converts {@code escalation.target-missed} to {@code EscalationTargetMissed}. */
    private static String word(String type) {
        StringBuilder word = new StringBuilder();
        for (String part : type.split("[.-]", -1)) {
            word.append(Character.toUpperCase(part.charAt(0))).append(part, 1, part.length());
        }
        return word.toString();
    }
}
