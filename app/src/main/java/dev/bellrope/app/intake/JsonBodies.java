package dev.bellrope.app.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON bodies within limits that make hostile ones harmless, and turns them into facts. */
public final class JsonBodies {
    /** The maximum size of a body, in bytes. */
    public static final int LARGEST_BODY = 1024 * 1024;

    /** The maximum length of a text, in characters. */
    public static final int LONGEST_TEXT = 64 * 1024;

    private static final int DEEPEST = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBodies() {}

    /**
     * Reads a body as JSON.
     *
     * @throws SignalRefused when the body is not JSON, is too large or too deep, or holds text that cannot be stored
     */
    public static JsonNode read(byte[] body) {
        if (body.length > LARGEST_BODY) {
            throw SignalRefused.of(
                    SignalRefused.SignalRefusalReason.TOO_LARGE, "The body is larger than " + LARGEST_BODY + " bytes.");
        }
        try {
            JsonNode node = MAPPER.readTree(body);
            if (node == null || node.isMissingNode()) {
                throw SignalRefused.at("", "The body is empty; a JSON text is expected.");
            }
            checkTexts(node, "");
            return node;
        } catch (StreamConstraintsException beyond) {
            throw SignalRefused.at(
                    "",
                    "The JSON is beyond a limit: at most " + DEEPEST + " levels and " + LONGEST_TEXT
                            + " characters in a text. " + beyond.getOriginalMessage());
        } catch (JacksonException malformed) {
            throw SignalRefused.at("", "The body is no JSON text: " + malformed.getOriginalMessage());
        }
    }

    /** Reads JSON that we have written ourselves. */
    static JsonNode stored(String json) {
        return MAPPER.readTree(json);
    }

    /** Writes JSON as bytes. */
    public static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    /** Writes a value as JSON text. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Writes a value as indented JSON for people. */
    public static String pretty(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    /** Converts any value to a JSON tree. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Returns the fields of an object as facts: texts, numbers, booleans, lists and maps; nulls are left out. */
    public static Map<String, Object> facts(JsonNode object) {
        Map<String, Object> facts = new LinkedHashMap<>();
        object.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                facts.put(field.getKey(), fact(field.getValue()));
            }
        });
        return facts;
    }

    /** Returns a JSON value as a fact. */
    public static Object fact(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> facts(node);
            case ARRAY -> list(node);
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node);
            case STRING, NULL, MISSING, BINARY, POJO -> node.asString();
        };
    }

    private static Object number(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        return node.asDouble();
    }

    /** Returns the text at a JSON pointer, or the empty text if there is none. */
    public static String text(JsonNode node, String pointer) {
        JsonNode found = node.at(pointer);
        return found.isValueNode() && !found.isNull() ? found.asString().strip() : "";
    }

    /** Parses an instant as products write it: ISO 8601, in which the offset may lack its colon. */
    public static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                    .toInstant());
        } catch (DateTimeParseException wrong) {
            return Optional.empty();
        }
    }

    /** Whether a text can be stored: it has no NUL and no unpaired surrogate. */
    public static boolean isStorable(String text) {
        return text.indexOf('\0') < 0
                && text.codePoints()
                        .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static List<Object> list(JsonNode array) {
        List<Object> list = new ArrayList<>();
        array.forEach(element -> {
            if (!element.isNull()) {
                list.add(fact(element));
            }
        });
        return list;
    }

    private static void checkTexts(JsonNode node, String pointer) {
        if (node.isString() && !isStorable(node.stringValue())) {
            throw SignalRefused.at(
                    pointer, "A text holds a NUL or half of a surrogate pair, which cannot be stored. Leave it out.");
        }
        if (node.isNumber() && !Double.isFinite(node.asDouble())) {
            throw SignalRefused.at(pointer, "The number is too large. Send it as a text.");
        }
        if (node.isIntegralNumber() && !node.canConvertToLong()) {
            throw SignalRefused.at(pointer, "A whole number has at most 64 bits. Send a larger one as a text.");
        }
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            checkTexts(node.get(index), pointer + "/" + index);
        }
        node.properties().forEach(field -> {
            if (!isStorable(field.getKey())) {
                throw SignalRefused.at(pointer, "A name holds a NUL, which cannot be stored. Leave it out.");
            }
            checkTexts(
                    field.getValue(),
                    pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"));
        });
    }
}
