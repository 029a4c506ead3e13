package dev.bellrope.app.web;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Checks the bytes of a JSON text in one pass for what no later reader may meet: excessive nesting, and text that
 * PostgreSQL cannot store (a NUL, or half of a surrogate pair). Everything else is left to the reader.
 */
final class JsonShape {
    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private final byte[] json;
    private int index;
    private int depth;

    private JsonShape(byte[] json) {
        this.json = json;
    }

    static void check(byte[] json) {
        new JsonShape(json).check();
    }

    private void check() {
        for (index = 0; index < json.length; index++) {
            switch (json[index]) {
                case '"' -> text();
                case '{', '[' -> deeper();
                case '}', ']' -> depth--;
                case 0 ->
                    throw index < 4
                            ? ProblemException.badRequest(
                                    "The body is not UTF-8. JSON is sent in UTF-8 here, whatever charset is named.",
                                    ProblemError.at("", "another encoding, such as UTF-16"))
                            : wrong("a NUL character");
                default -> {}
            }
        }
    }

    private void deeper() {
        depth++;
        if (depth > StrictJson.DEEPEST) {
            throw ProblemException.badRequest(
                            "The JSON is nested deeper than " + StrictJson.DEEPEST + " levels.",
                            ProblemError.at("", "too deep from byte " + index + " on"))
                    .with("maximumDepth", StrictJson.DEEPEST);
        }
    }

    /** Checks a text from its opening quote to its closing one. */
    private void text() {
        boolean halfPair = false;
        for (index++; index < json.length; index++) {
            int unit = json[index] == '\\' ? escaped() : json[index] & 0xff;
            if (unit == 0) {
                throw wrong("a NUL character");
            }
            boolean second = unit >= 0xdc00 && unit <= 0xdfff;
            if (halfPair != second) {
                throw wrong("half of a surrogate pair");
            }
            halfPair = unit >= 0xd800 && unit <= 0xdbff;
            if (unit == '"') {
                return;
            }
        }
    }

    /** Returns the code unit of an escape, or 1 if it does not matter here; stops at its last byte. */
    private int escaped() {
        index++;
        if (index >= json.length || json[index] != 'u' || index + 4 >= json.length) {
            return 1;
        }
        int unit = 0;
        for (int digit = 1; digit <= 4; digit++) {
            int value = Character.digit(json[index + digit], 16);
            if (value < 0) {
                return 1; // not an escape; the reader reports it
            }
            unit = unit * 16 + value;
        }
        index += 4;
        return unit == '"' ? 1 : unit;
    }

    private ProblemException wrong(String what) {
        String pointer = pointer();
        return ProblemException.badRequest(
                "The body holds " + what + ", which cannot be stored, at "
                        + (pointer.isEmpty() ? "byte " + index : pointer) + ". Leave it out.",
                ProblemError.at(pointer, what + " is not accepted"));
    }

    /** Returns the JSON pointer of {@link #index}, as far as the text before it is JSON. */
    private String pointer() {
        String pointer = "";
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            while (parser.nextToken() != null && parser.currentTokenLocation().getByteOffset() <= index) {
                pointer = parser.streamReadContext().pathAsPointer().toString();
            }
        } catch (JacksonException malformed) {
            return pointer;
        }
        return pointer;
    }
}
