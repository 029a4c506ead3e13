package dev.bellrope.app.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Says of an answer that it is not the newest state, but that of an instant: a page by a note, the API by a header. */
public final class AsOf {
    public static final String HEADER = "Bellrope-As-Of";
    private static final String NAME = AsOf.class.getName();

    private AsOf() {}

    /** The answer to the request at hand holds something as of then; without a request, nothing happens. */
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

    /** As of when the oldest of what the answer holds is; empty: it is as of now. */
    public static Optional<Instant> find() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null && request.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST) instanceof Instant at
                ? Optional.of(at)
                : Optional.empty();
    }
}
