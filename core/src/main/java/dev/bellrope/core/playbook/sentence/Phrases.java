package dev.bellrope.core.playbook.sentence;

import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.fact.Expression;
import dev.bellrope.core.playbook.Route;
import dev.bellrope.core.playbook.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the phrases for sentences about rules. */
final class Phrases {
    static final String ALWAYS = "always";

    private Phrases() {}

    static String and(Collection<String> parts) {
        return joined(parts, "and");
    }

    static String or(Collection<String> parts) {
        return joined(parts, "or");
    }

    private static String joined(Collection<String> parts, String word) {
        List<String> all = List.copyOf(parts);
        int last = all.size() - 1;
        return last < 1
                ? String.join("", all)
                : String.join(", ", all.subList(0, last)) + " " + word + " " + all.get(last);
    }

    /** Turns a name from the playbook into words: {@code waiting-on-customer} into {@code waiting on customer}. */
    static String plain(String name) {
        return name.replace('_', ' ').replace('-', ' ');
    }

    static List<String> plain(Collection<String> names) {
        return names.stream().map(Phrases::plain).toList();
    }

    /** Returns what people call a role of an escalation or a duty of the company. */
    static String role(String role) {
        return role.equals(Route.COMMUNICATIONS) ? "communications lead" : plain(role);
    }

    static List<String> sorted(Collection<String> names) {
        return names.stream().sorted().toList();
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Turns a text into a complete sentence. */
    static String sentence(String text) {
        return capital(text) + (text.endsWith(".") ? "" : ".");
    }

    /** Returns a length of elapsed time: {@code 1 hour 30 minutes}. */
    static String elapsed(Span span) {
        return length(span, "day");
    }

    /** Returns a length of time in a calendar, in which a day is a working day unless the calendar never closes. */
    static String counted(Span span, String calendar) {
        return length(span, calendar.equals(ALWAYS) ? "day" : "working day");
    }

    private static String length(Span span, String day) {
        List<String> parts = new ArrayList<>();
        add(parts, span.days(), day);
        add(parts, span.rest().toHours(), "hour");
        add(parts, span.rest().toMinutesPart(), "minute");
        add(parts, span.rest().toSecondsPart(), "second");
        return parts.isEmpty() ? "no time" : String.join(" ", parts);
    }

    private static void add(List<String> parts, long amount, String unit) {
        if (amount > 0) {
            parts.add(amount + " " + unit + (amount == 1 ? "" : "s"));
        }
    }

    /** Returns the hours that something is counted in. */
    static String hours(String calendar) {
        return switch (calendar) {
            case ALWAYS -> "round the clock";
            case "owner" -> "in the owner's hours";
            case "account" -> "in the account's hours";
            default -> "in the hours of " + calendar;
        };
    }

    /** Turns a condition into a clause of a sentence, or {@code otherwise} if there is none. */
    static String where(@Nullable Expression when, String otherwise) {
        return when == null ? otherwise : "where " + when.words();
    }

    /**
     * Lists the values by severity, with the severities that share a value together: {@code 2 hours for S1, daily for
     * S2 and S3}.
     */
    static String bySeverity(Map<Severity, String> values) {
        Map<String, List<String>> severities = new LinkedHashMap<>();
        new EnumMap<Severity, String>(values.isEmpty() ? new EnumMap<>(Severity.class) : values)
                .forEach((severity, value) -> severities
                        .computeIfAbsent(value, ignored -> new ArrayList<>())
                        .add(severity.name()));
        return and(severities.entrySet().stream()
                .map(entry -> entry.getKey() + " for "
                        + (entry.getValue().size() == Severity.values().length
                                ? "every severity"
                                : and(entry.getValue())))
                .toList());
    }

    static List<String> names(Collection<Severity> severities) {
        return severities.stream().sorted().map(Severity::name).toList();
    }

    /** Prints a number without trailing zeros. */
    static String number(double value) {
        return new java.math.BigDecimal(String.valueOf(value))
                .stripTrailingZeros()
                .toPlainString();
    }
}
