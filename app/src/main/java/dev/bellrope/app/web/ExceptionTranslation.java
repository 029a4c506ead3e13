package dev.bellrope.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Translates exceptions, those of the frameworks among them, into problems for the caller. */
final class ExceptionTranslation {
    private static final Logger LOGGER = LoggerFactory.getLogger(ExceptionTranslation.class);

    private ExceptionTranslation() {}

    static ProblemException of(Throwable thrown, HttpServletRequest request) {
        return switch (thrown) {
            case ProblemException problem -> problem;
            case HttpMessageNotReadableException unreadable -> JsonProblems.of(unreadable);
            case HttpRequestMethodNotSupportedException method -> method(method);
            case HttpMediaTypeNotSupportedException type ->
                ProblemException.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "Unsupported media type",
                        (type.getContentType() == null
                                        ? "The body has no Content-Type."
                                        : type.getContentType() + " is not accepted here.")
                                + " Accepted: " + joined(type.getSupportedMediaTypes()) + ".");
            case HttpMediaTypeNotAcceptableException type ->
                ProblemException.of(
                        HttpStatus.NOT_ACCEPTABLE,
                        "Not acceptable",
                        "No representation fits the Accept header. Available: " + joined(type.getSupportedMediaTypes())
                                + ".");
            case MissingServletRequestParameterException missing ->
                ProblemException.badRequest(
                        "The parameter " + missing.getParameterName() + " is missing.",
                        ProblemError.in(missing.getParameterName(), "is required"));
            case MethodArgumentTypeMismatchException mismatch ->
                mismatch(
                        mismatch,
                        mismatch.getName(),
                        mismatch.getParameter().nestedIfOptional().getNestedParameterType());
            case TypeMismatchException mismatch ->
                mismatch(
                        mismatch,
                        Objects.requireNonNullElse(mismatch.getPropertyName(), ""),
                        mismatch.getRequiredType());
            case NoResourceFoundException missing -> nothingHere(request);
            case NoHandlerFoundException missing -> nothingHere(request);
            case RequestRejectedException rejected ->
                ProblemException.badRequest("The address, a header or a field holds characters that are never accepted:"
                        + " control characters (a NUL among them) or an encoded slash.");
            case InvalidParameterException parameter ->
                ProblemException.badRequest("A parameter of the address or of the form cannot be read. Accepted: UTF-8,"
                        + " percent-encoded, at most 1,000 parameters and 2 MB.");
            case BadRequestException body -> cutOff();
            case ConcurrencyFailureException concurrent ->
                ProblemException.conflict("Somebody changed this at the same moment. Read it again and repeat.");
            case DuplicateKeyException duplicate ->
                ProblemException.conflict("Something with the same key exists already.");
            case DataAccessException data when !Outage.caused(data) -> data(data);
            case ErrorResponse spring -> spring(spring);
            case MultipartException form ->
                ProblemException.badRequest(
                        "The form cannot be read. Accepted: multipart/form-data, with its boundary, whole.");
            default -> Outage.caused(thrown) ? away(thrown) : unexpected(thrown);
        };
    }

    /** Returns the problem of a body that is shorter than announced or has broken parts. */
    static ProblemException cutOff() {
        return ProblemException.badRequest("The body ended too early, or its parts are broken. Send it whole.");
    }

    /** Either nothing has happened, or the caller cannot know; it may repeat the call with the same key. */
    private static ProblemException away(Throwable thrown) {
        LOGGER.warn("The database is unavailable: {}", thrown.getMessage());
        return ProblemException.of(
                HttpStatus.SERVICE_UNAVAILABLE, "Not now", "The database does not answer. Repeat in a second.");
    }

    private static ProblemException method(HttpRequestMethodNotSupportedException method) {
        List<String> allowed = Arrays.asList(Objects.requireNonNullElse(method.getSupportedMethods(), new String[0]));
        return ProblemException.of(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "Method not allowed",
                        method.getMethod() + " is not possible here. Possible: " + String.join(", ", allowed) + ".")
                .with("allowed", allowed);
    }

    private static ProblemException mismatch(TypeMismatchException mismatch, String name, @Nullable Class<?> type) {
        Throwable root = mismatch.getMostSpecificCause();
        String accepted = JsonProblems.accepted(type);
        String detail = type != null && JsonProblems.isTime(type) && root.getMessage() != null
                ? root.getMessage()
                : JsonProblems.quoted(String.valueOf(mismatch.getValue())) + " is not possible. Accepted: " + accepted
                        + ".";
        return ProblemException.badRequest("The parameter " + name + " is wrong.", ProblemError.in(name, detail));
    }

    private static ProblemException nothingHere(HttpServletRequest request) {
        return ProblemException.notFound("There is nothing at " + request.getRequestURI() + ".");
    }

    /** SQL state class 22 means data that PostgreSQL cannot store: out of range, or not representable. */
    private static ProblemException data(DataAccessException data) {
        String state = sqlState(data);
        if (state != null && state.startsWith("22")) {
            LOGGER.info("The database refused a value, SQL state {}", state); // its message contains the value
            return ProblemException.badRequest("A value is out of the range, or holds characters, that can be stored.");
        }
        return unexpected(data);
    }

    private static @Nullable String sqlState(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return null;
    }

    private static ProblemException spring(ErrorResponse spring) {
        HttpStatus status = Objects.requireNonNullElse(
                HttpStatus.resolve(spring.getStatusCode().value()), HttpStatus.BAD_REQUEST);
        if (status.is5xxServerError() && spring instanceof Throwable thrown) {
            return unexpected(thrown);
        }
        String detail = Objects.requireNonNullElse(spring.getBody().getDetail(), status.getReasonPhrase());
        return ProblemException.of(status, status.getReasonPhrase(), detail);
    }

    /** Returns the problem of an internal failure: the caller gets a reference to the log entry, and no internals. */
    static ProblemException unexpected(Throwable thrown) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOGGER.error("Unexpected failure, reference {}", reference, thrown);
        return ProblemException.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "Failed",
                        "Bellrope failed at this; the log has the cause under the reference " + reference + ".")
                .with("reference", reference);
    }

    private static String joined(List<?> types) {
        return types.isEmpty()
                ? "application/json"
                : String.join(", ", types.stream().map(Object::toString).toList());
    }
}
