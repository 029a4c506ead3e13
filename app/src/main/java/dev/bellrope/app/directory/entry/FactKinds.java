package dev.bellrope.app.directory.entry;

import dev.bellrope.core.fact.FactType;
import dev.bellrope.core.playbook.reader.Conditions;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of the facts that every playbook knows of an account: {@code lifetime_value} is a number. */
public final class FactKinds {
    private static final Map<String, FactType> ACCOUNT = Objects.requireNonNull(Conditions.SUBJECTS.get("account"));
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?");

    private FactKinds() {}

    /** Returns whether a fact is a number, whole or not. */
    public static boolean isNumber(String name) {
        FactType kind = ACCOUNT.get(name);
        return kind == FactType.NUMBER || kind == FactType.WHOLE;
    }

    /**
     * Finds out what is wrong with a value, because the playbook would take it as not known.
     *
     * @return the rest of a sentence about the value; empty if it is of the fact's kind, or the fact has none
     */
    public static Optional<String> refusal(String name, Object value) {
        if (isNumber(name)) {
            return value instanceof Number
                            || (value instanceof String text
                                    && NUMBER.matcher(text).matches())
                    ? Optional.empty()
                    : Optional.of("is no number, and " + name + " is one; accepted are such as 1250000 and 1250000.5");
        }
        if (ACCOUNT.get(name) == FactType.TIME) {
            return value instanceof String text && isTime(text)
                    ? Optional.empty()
                    : Optional.of(
                            "is no time, and " + name
                                    + " is one; accepted are days such as 2026-12-31 and instants such as 2026-12-31T15:30:00Z");
        }
        return Optional.empty();
    }

    private static boolean isTime(String text) {
        try {
            if (text.length() == 10) {
                LocalDate.parse(text);
            } else {
                OffsetDateTime.parse(text);
            }
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }
}
