package dev.bellrope.core.fact;

import dev.cel.common.CelIssue;
import dev.cel.common.types.CelType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Translates the errors of CEL into the playbook's own words. */
final class CelMistakes {
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']+)'.*", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("undefined field '([^']+)'.*", Pattern.DOTALL);
    private static final Pattern OVERLOAD =
            Pattern.compile("found no matching overload for '([^']+)' applied to '\\(?([^']*?)\\)?'.*", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("(?:input|at:) '(.+?)'(?: expecting.*)?$");
    private static final Pattern RELATIVE = Pattern.compile("(days|hours)_between");
    private static final String NOW_FIRST = "^google\\.protobuf\\.Timestamp,\\s*";
    private static final String NOW_LAST = ",\\s*google\\.protobuf\\.Timestamp$";
    private static final Pattern HYPHENATED = Pattern.compile("[a-z]+(?:-[a-z]+)+");

    private CelMistakes() {}

    static CompilationResult.ExpressionMistake of(CelIssue issue, String source, Vocabulary vocabulary) {
        int line = Math.max(1, issue.getSourceLocation().getLine());
        int column = Math.max(0, issue.getSourceLocation().getColumn());
        String message = issue.getMessage();
        Matcher undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches()) {
            return undeclared(line, column, undeclared.group(1), source, vocabulary);
        }
        Matcher field = FIELD.matcher(message);
        if (field.matches()) {
            return field(line, column, field.group(1), source, vocabulary);
        }
        Matcher overload = OVERLOAD.matcher(message);
        if (overload.matches()) {
            Matcher relative = RELATIVE.matcher(overload.group(1));
            if (relative.matches()) {
                String argument = overload.group(2).replaceFirst(NOW_FIRST, "").replaceFirst(NOW_LAST, "");
                return new CompilationResult.ExpressionMistake(
                        line,
                        column + 1,
                        "'" + (relative.group(1).equals("days") ? "days_until" : "hours_since") + "' does not work on "
                                + types(argument),
                        "a time, as in: days_until(account.renewal)");
            }
            return new CompilationResult.ExpressionMistake(
                    line,
                    column + 1,
                    "'" + operator(overload.group(1)) + "' does not work on " + types(overload.group(2)),
                    "two values of the same kind; numbers with decimals are written 2.0, words of the playbook without quotes, other texts with quotes");
        }
        return new CompilationResult.ExpressionMistake(line, column + 1, grammar(message), "");
    }

    /** Returns the grammar error, without the thirty tokens that the parser would have accepted. */
    private static String grammar(String message) {
        String first = message.lines().findFirst().orElse(message);
        Matcher input = INPUT.matcher(first);
        if (first.contains("'<EOF>'") && !first.contains("expecting <EOF>")) {
            return "this ends before it is complete";
        }
        if (first.contains("recursion limit")) {
            return "this is nested too deeply to be read by anybody";
        }
        if (first.contains("size exceeds limit")) {
            return "this is longer than " + Expressions.LONGEST + " characters";
        }
        return input.find() && !input.group(1).isBlank()
                ? "'" + input.group(1).strip() + "' is not expected here"
                : "this cannot be read: " + first;
    }

    static CompilationResult.ExpressionMistake ofResult(CelType given, ResultType wanted) {
        String expected = switch (wanted) {
            case TRUTH -> "true or false, as in: severity <= S2";
            case NUMBER -> "a number, as in: account.lifetime_value";
            case TEXT -> "a word, as in: degraded";
        };
        return new CompilationResult.ExpressionMistake(
                1, 1, "this gives " + type(given.name()) + " and not what is needed here", expected);
    }

    private static CompilationResult.ExpressionMistake undeclared(
            int line, int column, String name, String source, Vocabulary vocabulary) {
        Matcher hyphenated = HYPHENATED.matcher(source);
        while (hyphenated.find()) {
            if (List.of(hyphenated.group().split("-", -1)).contains(name)) {
                return new CompilationResult.ExpressionMistake(
                        line,
                        column + 1,
                        "'" + name + "' is no fact and no word that is known here",
                        "a text with a hyphen needs quotes: \"" + hyphenated.group() + "\"");
            }
        }
        List<String> known = new ArrayList<>(vocabulary.subjects().keySet());
        known.addAll(vocabulary.bare().keySet());
        known.addAll(vocabulary.words().keySet());
        known.addAll(List.of("days_until", "hours_since", "size", "has"));
        return new CompilationResult.ExpressionMistake(
                line,
                column + 1,
                "'" + name + "' is no fact and no word that is known here",
                Nearest.hint(name, known));
    }

    private static CompilationResult.ExpressionMistake field(
            int line, int column, String name, String source, Vocabulary vocabulary) {
        // CEL points at the dot; the subject is the word before it
        String row = source.lines().skip(line - 1L).findFirst().orElse("");
        String before = row.substring(0, Math.min(column, row.length()));
        String subject = before.replaceAll(".*?(\\w+)\\s*$", "$1");
        Map<String, FactType> fields = vocabulary.subjects().getOrDefault(subject, Map.of());
        return new CompilationResult.ExpressionMistake(
                line, column + 2, subject + " has no '" + name + "'", Nearest.hint(name, fields.keySet()));
    }

    private static String operator(String name) {
        boolean function = Character.isLetter(name.charAt(0));
        return function ? name : name.replace("@", "").replace("_", "");
    }

    private static String types(String list) {
        List<String> names =
                List.of(list.split(",\\s*", -1)).stream().map(CelMistakes::type).toList();
        return String.join(" and ", names);
    }

    private static String type(String name) {
        return switch (name.strip()) {
            case "int", "uint" -> "a whole number or ranked word";
            case "double" -> "a number with decimals";
            case "string" -> "a text";
            case "bool" -> "true or false";
            case "google.protobuf.Timestamp", "timestamp" -> "a time";
            case "google.protobuf.Duration", "duration" -> "a length of time";
            default -> name.startsWith("facts_of_") ? "all facts of " + name.substring(9) : "a " + name.strip();
        };
    }
}
