package dev.bellrope.app.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * Something that the caller can understand and correct. The API answers with a problem (RFC 9457), a page with a friendly
 * sentence; neither is logged as a failure of ours.
 */
public final class ProblemException extends RuntimeException {
    /** The member that tells problems apart for programs, as a URI; without one, the title does. */
    public static final String TYPE = "type";

    private final HttpStatus status;
    private final String title;
    private final String detail;
    private final List<ProblemError> errors;
    private final Map<String, Object> more;

    /**
     * Makes one.
     *
     * @param title a few words, the same for every problem of that kind
     * @param detail a sentence that says what was wrong and what is accepted
     * @param errors where exactly; may be empty
     * @param more further members of the answer, such as {@code allowed}
     */
    public ProblemException(
            HttpStatus status, String title, String detail, List<ProblemError> errors, Map<String, Object> more) {
        super(detail);
        this.status = status;
        this.title = title;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.more = Map.copyOf(more);
    }

    /** 400: the request cannot be understood. */
    public static ProblemException badRequest(String detail, ProblemError... errors) {
        return of(HttpStatus.BAD_REQUEST, "Bad request", detail, errors);
    }

    /** 403: known who asks, and they may not. */
    public static ProblemException forbidden(String detail) {
        return of(HttpStatus.FORBIDDEN, "Not allowed", detail);
    }

    /** 404. */
    public static ProblemException notFound(String detail) {
        return of(HttpStatus.NOT_FOUND, "Not found", detail);
    }

    /** 409: understood, but it does not fit the present state; say which state and what is possible in it. */
    public static ProblemException conflict(String detail) {
        return of(HttpStatus.CONFLICT, "Conflict", detail);
    }

    /** 422: understood, but a value is not acceptable. */
    public static ProblemException unprocessable(String detail, ProblemError... errors) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, "Not acceptable as it is", detail, errors);
    }

    /** Any other. */
    public static ProblemException of(HttpStatus status, String title, String detail, ProblemError... errors) {
        return new ProblemException(status, title, detail, List.of(errors), Map.of());
    }

    /** The same with one more member, such as {@code with("allowed", List.of("acknowledgement"))}. */
    public ProblemException with(String member, Object value) {
        Map<String, Object> members = new LinkedHashMap<>(more);
        members.put(member, value);
        return new ProblemException(status, title, detail, errors, members);
    }

    /** The same with one more place. */
    public ProblemException with(ProblemError error) {
        List<ProblemError> all = new ArrayList<>(errors);
        all.add(error);
        return new ProblemException(status, title, detail, all, more);
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    public List<ProblemError> errors() {
        return errors;
    }

    public Map<String, Object> more() {
        return more;
    }
}
