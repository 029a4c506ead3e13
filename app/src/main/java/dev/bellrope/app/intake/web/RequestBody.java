package dev.bellrope.app.intake.web;

import dev.bellrope.app.intake.JsonBodies;
import dev.bellrope.app.intake.SignalRefused;
import dev.bellrope.app.intake.cloudevents.CloudEvents;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the body of a request, up to the accepted size. */
final class RequestBody {
    private RequestBody() {}

    static byte[] read(HttpServletRequest request) {
        if (request.getContentLengthLong() > JsonBodies.LARGEST_BODY) {
            throw tooLarge();
        }
        try {
            byte[] body = request.getInputStream().readNBytes(JsonBodies.LARGEST_BODY + 1);
            if (body.length > JsonBodies.LARGEST_BODY) {
                throw tooLarge();
            }
            return body;
        } catch (IOException gone) {
            throw SignalRefused.at("", "The body ended too early.");
        }
    }

    static String type(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null ? "" : type;
    }

    static CloudEvents.Headers headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        Collections.list(request.getHeaderNames())
                .forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name)));
        return new CloudEvents.Headers(headers);
    }

    private static SignalRefused tooLarge() {
        return SignalRefused.of(
                SignalRefused.SignalRefusalReason.TOO_LARGE,
                "The body is larger than " + JsonBodies.LARGEST_BODY + " bytes. Send it in several parts.");
    }
}
