package dev.bellrope.app.intake.cloudevents;

import dev.bellrope.app.intake.SignalRefused;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes header values that contain more than printable ASCII (section 3.1.3.2 of the HTTP binding). */
final class PercentEncoding {
    private PercentEncoding() {}

    /**
     * Decodes the value of a header.
     *
     * @throws SignalRefused when an escape is broken or the text is not UTF-8
     */
    static String decode(String attribute, String header) {
        String value = unquoted(header.strip());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int index = 0; index < value.length(); index++) {
            char character = value.charAt(index);
            if (character != '%') {
                // The servlet container provides the bytes of a header as Latin-1 characters.
                bytes.write(character);
                continue;
            }
            int high = digit(value, index + 1);
            int low = digit(value, index + 2);
            if (high < 0 || low < 0) {
                throw SignalRefused.at(
                        "/" + attribute,
                        "The header ce-" + attribute + " has a % that two hexadecimal digits must follow.");
            }
            bytes.write(high * 16 + low);
            index += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw SignalRefused.at("/" + attribute, "The header ce-" + attribute + " is no UTF-8 when decoded.");
        }
    }

    private static String unquoted(String value) {
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
            return value;
        }
        return value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    private static int digit(String value, int index) {
        return index < value.length() ? Character.digit(value.charAt(index), 16) : -1;
    }
}
