package dev.bellrope.app.web;

import dev.bellrope.core.fact.Nearest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a JSON body, where, and what is accepted. */
public final class JsonProblems {
    private static final int LONGEST = 80;

    /** Where something began, as Jackson says it; we say where it was found. */
    private static final Pattern PLACE = Pattern.compile("\\s*\\([^()]*\\[Source: .*");

    private JsonProblems() {}

    static ProblemException of(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ProblemException problem -> {
                    return problem;
                }
                case JacksonException json -> {
                    return of(json);
                }
                default -> {}
            }
        }
        return ProblemException.badRequest("The body is missing. A JSON body is needed here.");
    }

    /** Returns the problem of a JSON exception, for modules that read JSON themselves. */
    public static ProblemException of(JacksonException json) {
        return switch (json) {
            case StreamConstraintsException limit ->
                ProblemException.badRequest(
                        "The JSON goes beyond a limit: " + firstSentence(limit) + at(limit),
                        ProblemError.at("", "too deep, or a name, number or text in it is too long"));
            case UnrecognizedPropertyException unknown -> unknown(unknown);
            case ValueInstantiationException refused -> refused(refused);
            case MismatchedInputException mismatch -> mismatch(mismatch);
            case DatabindException other
            when other.getCause() instanceof IllegalArgumentException refused ->
                wrong(pointer(other), Objects.requireNonNullElse(refused.getMessage(), "is not accepted"));
            case DatabindException other -> wrong(pointer(other), firstSentence(other));
            case InputCoercionException range ->
                wrong(pointer(range), "the number is out of range. Accepted: a whole number that fits.");
            case StreamReadException syntax ->
                ProblemException.badRequest("The body is not JSON: " + firstSentence(syntax) + at(syntax));
            default -> ProblemException.badRequest("The body is not JSON: " + firstSentence(json) + at(json));
        };
    }

    private static ProblemException unknown(UnrecognizedPropertyException unknown) {
        Collection<Object> known = Objects.requireNonNullElse(unknown.getKnownPropertyIds(), List.of());
        List<String> accepted = known.stream().map(Object::toString).sorted().toList();
        String hint = accepted.isEmpty()
                ? "This body takes no fields."
                : Nearest.suggestion(unknown.getPropertyName(), "Known", accepted);
        return ProblemException.badRequest(
                        "The field \"" + shortened(unknown.getPropertyName()) + "\" is not known here. " + hint,
                        ProblemError.at(pointer(unknown), "unknown field. " + hint))
                .with("accepted", accepted);
    }

    private static ProblemException refused(ValueInstantiationException refused) {
        Throwable cause = refused.getCause();
        String why = cause instanceof IllegalArgumentException || cause instanceof DateTimeException
                ? Objects.requireNonNullElse(cause.getMessage(), "is not accepted")
                : "a required field is missing or null";
        return wrong(pointer(refused), why);
    }

    private static ProblemException mismatch(MismatchedInputException mismatch) {
        Class<?> type = mismatch.getTargetType();
        if (mismatch.getPath().isEmpty() && mismatch.getOriginalMessage().startsWith("No content")) {
            return ProblemException.badRequest("The body is empty. A JSON body is needed here.");
        }
        if (type != null && isTime(type) && mismatch.getOriginalMessage().contains("Accepted:")) {
            return wrong(pointer(mismatch), mismatch.getOriginalMessage());
        }
        String found = mismatch instanceof InvalidFormatException format
                ? quoted(shortened(String.valueOf(format.getValue()))) + " is not possible."
                : mismatch.getOriginalMessage().startsWith("Cannot map `null`")
                        ? "A value is missing here."
                        : word(mismatch.getCurrentToken()) + " is not possible.";
        return wrong(pointer(mismatch), found + " Accepted: " + accepted(type) + ".");
    }

    private static String word(@Nullable JsonToken token) {
        return switch (token) {
            case START_OBJECT, END_OBJECT, PROPERTY_NAME -> "An object";
            case START_ARRAY, END_ARRAY -> "An array";
            case VALUE_STRING -> "A text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "A number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> "This";
            case null -> "This";
        };
    }

    private static ProblemException wrong(String pointer, String detail) {
        return ProblemException.badRequest(
                "The body is wrong at " + (pointer.isEmpty() ? "its root" : pointer) + ": " + detail,
                ProblemError.at(pointer, detail));
    }

    /** Returns what was given in quotation marks, once where it has its own. */
    static String quoted(String given) {
        return given.length() > 1 && given.startsWith("\"") && given.endsWith("\"") ? given : "\"" + given + "\"";
    }

    /** Describes the accepted values of a type. */
    static String accepted(@Nullable Class<?> type) {
        if (type == null) {
            return "another type of value";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        }
        if (isTime(type)) {
            return type == LocalDate.class
                    ? "a date such as 2026-03-06"
                    : "an instant such as 2026-03-06T16:30:00+01:00";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "an array";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : "another type of value";
    }

    static boolean isTime(Class<?> type) {
        return type == Instant.class || type == LocalDate.class;
    }

    private static String pointer(JacksonException json) {
        return json.getPath().stream()
                .map(step -> "/"
                        + (step.getPropertyName() == null
                                ? String.valueOf(step.getIndex())
                                : step.getPropertyName().replace("~", "~0").replace("/", "~1")))
                .collect(Collectors.joining());
    }

    /** Returns Jackson's message without the classes, places and hints in it or after it. */
    private static String firstSentence(JacksonException json) {
        String message = Objects.requireNonNullElse(json.getOriginalMessage(), "unreadable");
        int end = message.indexOf("\n");
        String first = end < 0 ? message : message.substring(0, end);
        return shortened(PLACE.matcher(first).replaceAll("").strip(), 200);
    }

    private static String at(JacksonException json) {
        return json.getLocation() == null
                ? ""
                : " (line " + json.getLocation().getLineNr() + ", column "
                        + json.getLocation().getColumnNr() + ")";
    }

    private static String shortened(String text) {
        return shortened(text, LONGEST);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "...";
    }
}
