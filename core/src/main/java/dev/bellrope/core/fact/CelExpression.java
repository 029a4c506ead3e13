package dev.bellrope.core.fact;

import dev.cel.common.exceptions.CelIterationLimitExceededException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A compiled, type-checked expression; thread-safe. */
final class CelExpression implements Expression {
    /** Operators and functions that may leave a part of the expression unevaluated. */
    private static final Pattern CAN_PASS_OVER = Pattern.compile("[|]{2}|&&|[?]|has[(]|exists|all[(]");

    private static final int LONGEST_TEXT = 120;

    private final String source;
    private final CelRuntime.Program program;
    private final List<Path> paths;
    private final Set<String> subjects;
    private final Map<String, Object> ranks;
    private final Map<String, Object> words;
    private final ResultType wanted;
    private final Expressions reader;

    /** Whether the expression needs all its facts, because it cannot leave any part unevaluated. */
    private final boolean needsAll;

    CelExpression(
            String source,
            CelRuntime.Program program,
            List<List<String>> paths,
            Vocabulary vocabulary,
            ResultType wanted,
            Expressions reader) {
        this.source = source.strip();
        this.program = program;
        this.paths = paths.stream().map(steps -> Path.of(steps, vocabulary)).toList();
        this.subjects = this.paths.stream().map(Path::subject).collect(Collectors.toUnmodifiableSet());
        this.ranks = vocabulary.words();
        this.words = new HashMap<>(vocabulary.words());
        this.words.keySet().removeIf(word -> !source.contains(word));
        this.wanted = wanted;
        this.reader = reader;
        this.needsAll = !CAN_PASS_OVER.matcher(source).find();
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Result evaluate(Facts facts) {
        Map<String, Object> seen = new HashMap<>(words);
        for (Path path : paths) {
            Object value = path.find(facts);
            if (value != null) {
                put(seen, path.steps(), CelValues.of(value, path.type(), ranks));
            } else if (needsAll) {
                return new Result.Unknown(missing(facts));
            } else if (path.steps().size() > 1) {
                put(seen, path.known(facts), Map.of()); // so that has() can return false
            }
        }
        try {
            Object value = program.trace(seen, new EvaluationBudget());
            return value instanceof CelUnknownSet ? new Result.Unknown(why("", facts)) : result(value);
        } catch (CelEvaluationException | RuntimeException failed) {
            boolean endless = EvaluationBudget.isCause(failed)
                    || failed instanceof CelIterationLimitExceededException
                    || failed.getCause() instanceof CelIterationLimitExceededException
                    || String.valueOf(failed.getMessage()).contains("teration budget");
            return new Result.Unknown(
                    endless ? "it took too long and was cut short" : why(String.valueOf(failed.getMessage()), facts));
        }
    }

    @Override
    public Set<String> subjects() {
        return subjects;
    }

    @Override
    public Map<String, String> sees(Facts facts) {
        Map<String, String> seen = new LinkedHashMap<>();
        for (Path path : paths) {
            Object value = path.find(facts);
            seen.put(path.name(), value == null ? "not known" : shortened(value));
        }
        return seen;
    }

    @Override
    public String words() {
        return reader.words(source, wanted);
    }

    @Override
    public Clause clause() {
        return wanted == ResultType.TRUTH ? reader.clause(this) : new Clause.SimpleClause(this);
    }

    @Override
    public String toString() {
        return source;
    }

    private static String shortened(Object value) {
        String text = value.toString();
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
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
        String given = value instanceof Collection<?> || value instanceof Map<?, ?> ? "a list" : shortened(value);
        return new Result.Unknown("it should give " + expected + ", but gave " + given);
    }

    private String why(String failure, Facts facts) {
        String missing = missing(facts);
        if (!missing.isEmpty()) {
            return missing;
        }
        List<String> misfits = paths.stream()
                .filter(path -> !fits(path.find(facts), path.type()))
                .map(path -> path.name() + " is '" + shortened(String.valueOf(path.find(facts))) + "', which is no "
                        + path.type().word())
                .toList();
        if (!misfits.isEmpty()) {
            return String.join(" and ", misfits);
        }
        return "it failed: " + failure;
    }

    private boolean fits(@Nullable Object fact, FactType type) {
        Object value = fact == null ? "" : CelValues.of(fact, type, ranks);
        return switch (type) {
            case NUMBER, WHOLE, RANK -> value instanceof Number;
            case TIME -> value instanceof Instant;
            case TRUTH -> value instanceof Boolean;
            case TEXT, TEXTS, ANYTHING -> true;
        };
    }

    private String missing(Facts facts) {
        List<String> missing = paths.stream()
                .filter(path -> path.find(facts) == null)
                .map(Path::name)
                .toList();
        return missing.isEmpty()
                ? ""
                : String.join(" and ", missing) + (missing.size() == 1 ? " is" : " are") + " not known";
    }

    @SuppressWarnings("unchecked") // only descends into maps that were put here, or copies of facts
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

    /**
     * A fact that the expression uses.
     *
     * @param steps the subject as the expression names it, and the names below it
     * @param subject the subject as the facts name it
     * @param name the name for people
     * @param type the type that the expression expects
     */
    private record Path(List<String> steps, String subject, String name, FactType type) {
        static Path of(List<String> steps, Vocabulary vocabulary) {
            String first = steps.getFirst();
            if (first.equals(Expressions.NOW)) {
                return new Path(steps, "now", "now", FactType.TIME);
            }
            FactType type = steps.size() == 1
                    ? vocabulary.bare().get(first)
                    : steps.size() == 2
                            ? vocabulary
                                    .subjects()
                                    .getOrDefault(first, Map.of())
                                    .get(steps.get(1))
                            : null;
            return new Path(steps, first, String.join(".", steps), type == null ? FactType.ANYTHING : type);
        }

        /** Finds the fact; null if it is not known. */
        @Nullable Object find(Facts facts) {
            return find(facts, steps.size());
        }

        private @Nullable Object find(Facts facts, int deep) {
            Object value = facts.values().get(subject);
            for (int i = 1; i < deep && value != null; i++) {
                value = value instanceof Map<?, ?> fields ? fields.get(steps.get(i)) : null;
            }
            return value;
        }

        /** Returns the part of the path that is known; at least the subject. */
        List<String> known(Facts facts) {
            int deep = steps.size() - 1;
            while (deep > 1 && !(find(facts, deep) instanceof Map<?, ?>)) {
                deep--;
            }
            return steps.subList(0, deep);
        }
    }
}
