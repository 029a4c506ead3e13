package dev.bellrope.app.intake.cloudevents;

import dev.bellrope.app.intake.JsonBodies;
import dev.bellrope.app.intake.SignalRefused;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** The data of an event as facts: the fields of a JSON object; anything else as a whole under {@code body}. */
final class EventData {
    private static final String BODY = "body";

    private EventData() {}

    /** Reads data that the event contains as JSON. */
    static Map<String, Object> of(CloudEvent event, JsonNode data) {
        if (data.isMissingNode() || data.isNull()) {
            return Map.of();
        }
        MediaType type = type(event);
        if (data.isString() && !isJson(type)) {
            return Map.of(BODY, data.stringValue());
        }
        return json(data);
    }

    /** Reads data that the event contains as bytes. */
    static Map<String, Object> decoded(CloudEvent event) {
        CloudEventData data = event.getData();
        if (data == null || data.toBytes().length == 0) {
            return Map.of();
        }
        byte[] bytes = data.toBytes();
        MediaType type = type(event);
        return isJson(type) ? json(JsonBodies.read(bytes)) : Map.of(BODY, whole(type, bytes));
    }

    private static Map<String, Object> json(JsonNode data) {
        return data.isObject() ? JsonBodies.facts(data) : Map.of(BODY, JsonBodies.fact(data));
    }

    /** Returns the bytes as text if they are text, otherwise as Base64. */
    private static String whole(MediaType type, byte[] bytes) {
        String text = isText(type) ? text(type, bytes) : "";
        String whole = text.isEmpty() || !JsonBodies.isStorable(text)
                ? Base64.getEncoder().encodeToString(bytes)
                : text;
        if (whole.length() > JsonBodies.LONGEST_TEXT) {
            throw SignalRefused.at("/data", "A text has at most " + JsonBodies.LONGEST_TEXT + " characters.");
        }
        return whole;
    }

    private static String text(MediaType type, byte[] bytes) {
        Charset charset = type.getCharset() == null ? StandardCharsets.UTF_8 : type.getCharset();
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException noText) {
            return "";
        }
    }

    /** Returns the media type; a missing one means JSON (section 3.1 of the JSON format). */
    private static MediaType type(CloudEvent event) {
        String type = event.getDataContentType();
        try {
            return type == null || type.isBlank() ? MediaType.APPLICATION_JSON : MediaType.parseMediaType(type);
        } catch (InvalidMediaTypeException wrong) {
            throw SignalRefused.at("/datacontenttype", "The datacontenttype " + type + " is no media type.");
        }
    }

    private static boolean isJson(MediaType type) {
        String subtype = type.getSubtype().toLowerCase(Locale.ROOT);
        return subtype.equals("json") || subtype.endsWith("+json");
    }

    private static boolean isText(MediaType type) {
        String subtype = type.getSubtype().toLowerCase(Locale.ROOT);
        return type.getType().equalsIgnoreCase("text") || subtype.equals("xml") || subtype.endsWith("+xml");
    }
}
