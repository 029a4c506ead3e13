package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.FactKinds;
import dev.bellrope.app.directory.entry.FactValues;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The rules for facts: names that conditions can use, and values that the database returns unchanged. */
final class FactRules {
    private static final int FACTS = 100;
    private static final int TEXT = 2_000;
    private static final int DEPTH = 4;
    private static final int LETTERS = 20_000;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]{0,59}");

    private FactRules() {}

    static void check(Map<String, Object> facts, EntryCheck checked) {
        if (facts.size() > FACTS) {
            checked.flaw("facts", facts.size() + " of them", "are more than the " + FACTS + " that fit");
            return;
        }
        facts.forEach((name, value) -> {
            if (!NAME.matcher(name).matches()) {
                checked.flaw(
                        "fact." + name,
                        name,
                        "cannot be the name of a fact; accepted are letters, digits and _, at most 60, no digit first");
            }
            value("fact." + name, value, DEPTH, checked);
            FactKinds.refusal(name, value)
                    .ifPresent(refusal -> checked.flaw("fact." + name, String.valueOf(value), refusal));
            if (FactValues.json(value).length() > LETTERS) {
                checked.flaw("fact." + name, "", "is longer than the " + LETTERS + " letters that fit");
            }
        });
    }

    private static void value(String column, Object value, int deeper, EntryCheck checked) {
        if (deeper == 0) {
            checked.flaw(column, "", "is nested deeper than " + DEPTH + " levels");
            return;
        }
        switch (value) {
            case String text -> checked.text(column, text, TEXT);
            case Boolean ignored -> {}
            case Number number -> {
                if (Math.abs(number.doubleValue()) > FactValues.GREATEST || Double.isNaN(number.doubleValue())) {
                    checked.flaw(column, number.toString(), "is too great a number; accepted are -1e15 to 1e15");
                }
            }
            case List<?> list -> list.forEach(one -> value(column, one, deeper - 1, checked));
            case Map<?, ?> map ->
                map.forEach((name, one) -> {
                    checked.text(column, String.valueOf(name), TEXT);
                    value(column + "." + name, one, deeper - 1, checked);
                });
            default ->
                checked.flaw(
                        column,
                        "",
                        "has no value; accepted are texts, numbers, true, false, lists and maps; leave out what is not known");
        }
    }
}
