package dev.bellrope.app.web;

import dev.bellrope.core.escalation.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * An error that the caller can understand and correct. The API answers with a problem (RFC 9457), pages with a friendly
 * sentence; neither is logged as a failure of ours.
 */
public final class ProblemException extends RuntimeException {
    /** The member by which programs tell problems apart, as a URI; without it, the title does. */
    public static final String TYPE = "type";

    private final HttpStatus status;
    private final String title;
    private final String detail;
    private final List<ProblemError> errors;
    private final Map<String, Object> more;

    /**
     * Creates a problem.
     *
     * @param title a few words, the same for every problem of that kind
     * @param detail a sentence that says what was wrong and what is accepted
     * @param errors the parts of the request that are wrong; may be empty
     * @param more additional members of the answer, such as {@code allowed}
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

    /** Returns a 400: the request cannot be understood. */
    public static ProblemException badRequest(String detail, ProblemError... errors) {
        return of(HttpStatus.BAD_REQUEST, "Bad request", detail, errors);
    }

    /** Returns a 403: the caller is known, but not allowed. */
    public static ProblemException forbidden(String detail) {
        return of(HttpStatus.FORBIDDEN, "Not allowed", detail);
    }

    /** Returns a 404: there is no such thing. */
    public static ProblemException notFound(String detail) {
        return of(HttpStatus.NOT_FOUND, "Not found", detail);
    }

    /**
     * Returns a 409: the request is understood, but the current state does not allow it; the detail names the state and
     * what it allows.
     */
    public static ProblemException conflict(String detail) {
        return of(HttpStatus.CONFLICT, "Conflict", detail);
    }

    /** Returns a 422: the request is understood, but a value is not acceptable. */
    public static ProblemException unprocessable(String detail, ProblemError... errors) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, "Not acceptable as it is", detail, errors);
    }

    /** Returns the problem that a refusal by a rule is: its words become a sentence, its kind a 409, 403 or 422. */
    public static ProblemException refused(Decision.RefusalKind kind, String why) {
        String sentence = sentence(why);
        return switch (kind) {
            case STATE -> conflict(sentence);
            case PERMISSION -> forbidden(sentence);
            case CONTENT -> unprocessable(sentence);
        };
    }

    /** Returns words as a sentence: with a capital, and a full stop unless it asks. */
    public static String sentence(String words) {
        String upper = words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return upper.endsWith(".") || upper.endsWith("?") ? upper : upper + ".";
    }

    /** Returns any other problem. */
    public static ProblemException of(HttpStatus status, String title, String detail, ProblemError... errors) {
        return new ProblemException(status, title, detail, List.of(errors), Map.of());
    }

    /** Returns the problem with one more member, such as {@code with("allowed", List.of("acknowledgement"))}. */
    public ProblemException with(String member, Object value) {
        Map<String, Object> members = new LinkedHashMap<>(more);
        members.put(member, value);
        return new ProblemException(status, title, detail, errors, members);
    }

    /** Returns the problem with one more error. */
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
