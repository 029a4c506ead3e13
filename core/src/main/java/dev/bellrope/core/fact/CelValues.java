package dev.bellrope.core.fact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts facts as they come (from JSON, from a CRM, from Bellrope) into the values that CEL computes with. */
final class CelValues {
    private static final int DEEPEST = 20;

    private CelValues() {}

    /** Returns the value converted to the type, or unconverted if that is not possible. */
    static Object of(Object value, FactType type, Map<String, Object> words) {
        return switch (type) {
            case NUMBER -> value instanceof Number number ? (Object) number.doubleValue() : number(value);
            case WHOLE -> whole(value);
            case TIME -> time(value);
            case RANK -> rank(value, words);
            case TEXT ->
                value instanceof Collection<?> || value instanceof Map<?, ?> ? plain(value, 0) : value.toString();
            case TEXTS ->
                value instanceof Collection<?> many
                        ? many.stream().map(String::valueOf).toList()
                        : plain(value, 0);
            case TRUTH, ANYTHING -> plain(value, 0);
        };
    }

    private static Object number(Object value) {
        if (value instanceof String text) {
            try {
                return Double.valueOf(text.strip());
            } catch (NumberFormatException notOne) {
                return value;
            }
        }
        return value;
    }

    private static Object whole(Object value) {
        Object number = number(value);
        if (number instanceof BigDecimal || number instanceof Double || number instanceof Float) {
            double exact = ((Number) number).doubleValue();
            return exact == Math.rint(exact) ? (Object) (long) exact : exact;
        }
        return number instanceof Number some ? (Object) some.longValue() : number;
    }

    private static Object rank(Object value, Map<String, Object> words) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        String text = value instanceof Enum<?> constant ? constant.name() : value.toString();
        Object exact = words.get(text);
        Object found = exact == null ? words.get(text.toLowerCase(java.util.Locale.ROOT)) : exact;
        return found == null ? text : found;
    }

    private static Object time(Object value) {
        try {
            return switch (value) {
                case Instant instant -> instant;
                case OffsetDateTime time -> time.toInstant();
                case ZonedDateTime time -> time.toInstant();
                case LocalDate date -> date.atStartOfDay(ZoneOffset.UTC).toInstant();
                case String text
                when text.strip().length() == 10 ->
                    LocalDate.parse(text.strip()).atStartOfDay(ZoneOffset.UTC).toInstant();
                case String text -> OffsetDateTime.parse(text.strip()).toInstant();
                default -> value;
            };
        } catch (DateTimeException notOne) {
            return value;
        }
    }

    private static Object plain(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            return "...";
        }
        return switch (value) {
            case null -> "";
            case String text -> text;
            case Boolean truth -> truth;
            case Integer number -> number.longValue();
            case Long number -> number;
            case Short number -> number.longValue();
            case Byte number -> number.longValue();
            case BigInteger number -> number.bitLength() < 64 ? (Object) number.longValue() : number.doubleValue();
            case BigDecimal number -> number.doubleValue();
            case Number number -> number.doubleValue();
            case Instant instant -> instant;
            case Collection<?> many ->
                many.stream().map(one -> plain(one, depth + 1)).toList();
            case Map<?, ?> fields -> {
                Map<String, Object> copy = new HashMap<>();
                fields.forEach((name, field) -> copy.put(String.valueOf(name), plain(field, depth + 1)));
                yield copy;
            }
            default -> value.toString();
        };
    }
}
