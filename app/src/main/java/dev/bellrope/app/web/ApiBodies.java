package dev.bellrope.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body of an API call into memory before anything else sees it: too large a one is refused whether or not its length was
 * announced, and JSON that cannot be stored is refused with the place of the fault. Runs after the security filter, so a stranger
 * cannot make us read anything.
 */
@Component
@Order(ApiBodies.ORDER)
class ApiBodies extends OncePerRequestFilter {
    static final int ORDER = 10;
    static final int LARGEST = 2 * 1024 * 1024;

    private final Problems problems;

    ApiBodies(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Problems.isApi(request) || isForm(request);
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

    private static byte[] read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST) {
            throw tooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw tooLarge();
        }
        if (isJson(request)) {
            JsonShape.check(body);
        }
        return body;
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

    /** Tomcat reads forms by itself, and limits them to 2 MB as well. */
    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && (type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")
                        || type.toLowerCase(Locale.ROOT).startsWith("multipart/"));
    }
}
