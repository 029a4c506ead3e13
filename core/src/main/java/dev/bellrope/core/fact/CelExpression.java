package dev.bellrope.core.fact;

import dev.bellrope.core.fact.Expressions.Wanted;
import dev.cel.common.exceptions.CelIterationLimitExceededException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An expression that was read, type-checked and made ready to run; many threads may evaluate it. */
final class CelExpression implements Expression {
    /** What lets a part of an expression go unlooked at. */
    private static final Pattern CAN_PASS_OVER = Pattern.compile("[|]{2}|&&|[?]|has[(]|exists|all[(]");

    private static final int LONGEST_TEXT = 120;

    private final String source;
    private final CelRuntime.Program program;
    private final List<List<String>> paths;
    private final Vocabulary vocabulary;
    private final Wanted wanted;

    /** Whether every fact is needed whatever the others are: nothing in it can be passed over. */
    private final boolean needsAll;

    CelExpression(
            String source, CelRuntime.Program program, List<List<String>> paths, Vocabulary vocabulary, Wanted wanted) {
        this.source = source.strip();
        this.program = program;
        this.paths = paths;
        this.vocabulary = vocabulary;
        this.wanted = wanted;
        this.needsAll = !CAN_PASS_OVER.matcher(source).find();
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Result evaluate(Facts facts) {
        if (needsAll && paths.stream().anyMatch(path -> find(facts, path) == null)) {
            return new Result.Unknown(missing(facts));
        }
        Map<String, Object> seen = new HashMap<>(vocabulary.words());
        for (List<String> path : paths) {
            Object value = find(facts, path);
            if (value != null) {
                put(seen, path, FactValues.of(value, typeOf(path), vocabulary.words()));
            } else if (path.size() > 1) {
                put(seen, path.subList(0, Math.max(1, knownSteps(facts, path))), Map.of()); // so that has() can say no
            }
        }
        try {
            Object value = program.eval(seen);
            return value instanceof CelUnknownSet ? new Result.Unknown(why("", facts)) : result(value);
        } catch (CelEvaluationException | RuntimeException failed) {
            boolean endless = failed instanceof CelIterationLimitExceededException
                    || failed.getCause() instanceof CelIterationLimitExceededException
                    || String.valueOf(failed.getMessage()).contains("teration budget");
            return new Result.Unknown(
                    endless ? "it took too long and was cut short" : why(String.valueOf(failed.getMessage()), facts));
        }
    }

    @Override
    public Map<String, String> sees(Facts facts) {
        Map<String, String> seen = new LinkedHashMap<>();
        for (List<String> path : paths) {
            Object value = find(facts, path);
            String text = value == null ? "not known" : value.toString();
            seen.put(name(path), text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...");
        }
        return seen;
    }

    @Override
    public String toString() {
        return source;
    }

    private Result result(Object value) {
        return switch (wanted) {
            case TRUTH -> value instanceof Boolean ? new Result.Value(value) : mismatch("true or false", value);
            case NUMBER ->
                value instanceof Double number && !Double.isFinite(number)
                        ? mismatch("a number", value)
                        : value instanceof Number ? new Result.Value(value) : mismatch("a number", value);
            case TEXT -> value instanceof String ? new Result.Value(value) : mismatch("a text", value);
        };
    }

    private static Result mismatch(String expected, Object value) {
        return new Result.Unknown("it should give " + expected + ", but gave " + value);
    }

    private String why(String failure, Facts facts) {
        String missing = missing(facts);
        if (!missing.isEmpty()) {
            return missing;
        }
        List<String> misfits = paths.stream()
                .filter(path -> !fits(find(facts, path), typeOf(path)))
                .map(path -> name(path) + " is '" + find(facts, path) + "', which is no "
                        + typeOf(path).word())
                .toList();
        if (!misfits.isEmpty()) {
            return String.join(" and ", misfits);
        }
        return "it failed: " + failure;
    }

    private boolean fits(@Nullable Object fact, FactType type) {
        Object value = fact == null ? "" : FactValues.of(fact, type, vocabulary.words());
        return switch (type) {
            case NUMBER, WHOLE, RANK -> value instanceof Number;
            case TIME -> value instanceof Instant;
            case TRUTH -> value instanceof Boolean;
            case TEXT, TEXTS, ANYTHING -> true;
        };
    }

    private String missing(Facts facts) {
        List<String> missing = paths.stream()
                .filter(path -> find(facts, path) == null)
                .map(CelExpression::name)
                .toList();
        return missing.isEmpty()
                ? ""
                : String.join(" and ", missing) + (missing.size() == 1 ? " is" : " are") + " not known";
    }

    private FactType typeOf(List<String> path) {
        if (path.size() == 1) {
            return path.getFirst().equals(Expressions.NOW)
                    ? FactType.TIME
                    : vocabulary.bare().getOrDefault(path.getFirst(), FactType.ANYTHING);
        }
        FactType type =
                vocabulary.subjects().getOrDefault(path.get(0), Map.of()).getOrDefault(path.get(1), FactType.ANYTHING);
        return path.size() == 2 ? type : FactType.ANYTHING;
    }

    private static String name(List<String> path) {
        return path.getFirst().equals(Expressions.NOW) ? "now" : String.join(".", path);
    }

    private static @Nullable Object find(Facts facts, List<String> path) {
        Object value = facts.values().get(name(path.subList(0, 1)));
        for (int i = 1; i < path.size() && value != null; i++) {
            value = value instanceof Map<?, ?> fields ? fields.get(path.get(i)) : null;
        }
        return value;
    }

    private static int knownSteps(Facts facts, List<String> path) {
        int steps = path.size() - 1;
        while (steps > 0 && !(find(facts, path.subList(0, steps)) instanceof Map<?, ?>)) {
            steps--;
        }
        return steps;
    }

    @SuppressWarnings("unchecked") // only maps that were put here are ever descended into, or copies of facts
    private static void put(Map<String, Object> tree, List<String> path, Object value) {
        Map<String, Object> at = tree;
        for (String step : path.subList(0, path.size() - 1)) {
            Object below = at.get(step);
            Map<String, Object> mutable =
                    below instanceof HashMap<?, ?> ? (Map<String, Object>) below : new HashMap<>();
            at.put(step, mutable);
            at = mutable;
        }
        String last = path.getLast();
        if (value instanceof Map<?, ?> && at.get(last) instanceof HashMap<?, ?> already) {
            Map<String, Object> merged = new HashMap<>((Map<String, Object>) value);
            merged.putAll((Map<String, Object>) already);
            at.put(last, merged);
        } else {
            at.put(last, value);
        }
    }
}
