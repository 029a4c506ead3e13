package dev.bellrope.app.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Marks an answer as the state at an earlier instant and not the current one: pages show a note, the API sends a
 * header.
 */
public final class AsOf {
    public static final String HEADER = "Bellrope-As-Of";
    private static final String NAME = AsOf.class.getName();

    private AsOf() {}

    /** Notes that the answer to the current request contains data as of an instant; does nothing without a request. */
    public static void note(Instant at) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                && find().map(at::isBefore).orElse(true)) {
            request.setAttribute(NAME, at, RequestAttributes.SCOPE_REQUEST);
            HttpServletResponse response = request.getResponse();
            if (response != null) {
                response.setHeader(HEADER, at.toString());
            }
        }
    }

    /** Finds the instant of the oldest data in the answer; empty if it is current. */
    public static Optional<Instant> find() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null && request.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST) instanceof Instant at
                ? Optional.of(at)
                : Optional.empty();
    }
}
