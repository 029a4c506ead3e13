package dev.bellrope.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body of an API call into memory before anything else sees it. A body that is too large is refused whether
 * or not its length was announced, and JSON that cannot be stored is refused with the position of the fault. Runs after
 * the security filter, so strangers cannot make us read anything.
 */
@Component
@Order(ApiBodies.ORDER)
class ApiBodies extends OncePerRequestFilter {
    static final int ORDER = 10;
    static final int LARGEST = 2 * 1024 * 1024;

    private final ProblemResponses problems;

    ApiBodies(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ProblemResponses.isApi(request) || isFile(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(new BufferedRequest(request, read(request)), response);
        } catch (ProblemException problem) {
            problems.write(request, response, problem);
        }
    }

    /** Files are sent as multipart bodies, which the server itself reads and limits. */
    private static boolean isFile(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getMethod().equals("POST")
                && request.getRequestURI().endsWith("/attachments")
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    private static byte[] read(HttpServletRequest request) {
        checkType(request.getContentType());
        checkEncoding(request.getHeader(HttpHeaders.CONTENT_ENCODING));
        if (request.getContentLengthLong() > LARGEST) {
            throw tooLarge();
        }
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(LARGEST + 1);
        } catch (IOException broken) {
            throw ExceptionTranslation.cutOff();
        }
        if (body.length > LARGEST) {
            throw tooLarge();
        }
        if (isJson(request)) {
            JsonShape.check(body);
        }
        return body;
    }

    /** Message converters cannot handle a content type with a wildcard, and fail. */
    private static void checkType(@Nullable String type) {
        if (type != null && type.indexOf('*') >= 0) {
            throw ProblemException.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "Unsupported media type",
                    "The Content-Type says what the body is, without wildcards, such as application/json.");
        }
    }

    /** A compressed body may expand to any size, so none is decompressed. */
    private static void checkEncoding(@Nullable String encoding) {
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            throw ProblemException.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "Unsupported content encoding",
                    "The body is compressed, by its Content-Encoding. Send it as it is, without that header.",
                    ProblemError.in(HttpHeaders.CONTENT_ENCODING, "accepted: identity, or no such header"));
        }
    }

    private static ProblemException tooLarge() {
        return ProblemException.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "Too large",
                        "The body is larger than " + LARGEST + " bytes (2 MiB). Send it in several parts.")
                .with("maximumBytes", LARGEST);
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).contains("json");
    }
}
