package dev.bellrope.core.playbook.yaml;

import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.fact.Nearest;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.playbook.reader.DeclaredNames;
import dev.bellrope.core.playbook.reader.PlaybookKeys;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value at a place in the playbook. If it cannot be read as requested, that is reported as a problem and a harmless
 * value is returned, so that reading goes on to the next mistake.
 *
 * @param path its place, {@code triggers.slo-missed.when}
 * @param key the node of its key; null in a list and at the root
 * @param node the value; null if it is missing, which was reported already
 */
public record YamlValue(
        String path, @Nullable Node key, @Nullable Node node, PlaybookProblems problems) {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    public void problem(String message, String accepted) {
        Node at = isEmpty() && key != null ? key : node == null ? key : node;
        Optional<Mark> mark = at == null ? Optional.empty() : at.getStartMark();
        mark.ifPresentOrElse(
                where -> problems.add(where, path, message, accepted),
                () -> problems.add(1, 1, path, message, accepted));
    }

    /** Reports a problem with the key itself rather than with its value. */
    public void keyProblem(String message, String accepted) {
        ofKey().problem(message, accepted);
    }

    /** Returns whether nothing is written there. */
    public boolean isEmpty() {
        return node == null
                || (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL));
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isText(String text) {
        return node instanceof ScalarNode scalar && scalar.getValue().equals(text);
    }

    /** Returns the text; empty, with a problem reported, if it is not a text. */
    public String text() {
        if (node instanceof ScalarNode scalar
                && !isEmpty()
                && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        if (node != null) {
            problem("a text is needed here" + butFound(), "");
        }
        return "";
    }

    /** Reports a problem if conditions could not use the name, which is the key here, or else the value. */
    public void requireIdentifier(String name) {
        if (!name.isEmpty() && !IDENTIFIER.matcher(name).matches()) {
            keyProblem(
                    "'" + name + "' cannot be used in a condition", "letters, digits and underscores, a letter first");
        }
    }

    /** Returns one of the accepted words; the first of them, with a problem reported, if the text is none of them. */
    public String word(String what, Collection<String> accepted) {
        String text = text();
        if (!text.isEmpty() && !accepted.contains(text)) {
            problem("'" + text + "' is no " + what, Nearest.hint(text, accepted));
        }
        return accepted.contains(text) || accepted.isEmpty()
                ? text
                : accepted.iterator().next();
    }

    /** Parses the text; if the parser refuses it, returns the other value and reports the refusal as a problem. */
    public <T> T parsed(Function<String, T> reader, T otherwise) {
        String text = text();
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return reader.apply(text.strip());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException refused) {
            refusal(refused);
            return otherwise;
        }
    }

    /** Reports the message of a parser that refused the text; what it accepts follows a semicolon in the message. */
    public void refusal(RuntimeException refused) {
        String[] said = String.valueOf(refused.getMessage()).split("; ", 2);
        problem(said[0], said.length > 1 ? said[1].replaceFirst("^(?:accepted are|write) ", "") : "");
    }

    /** Returns the key as a value, so that problems are reported at the key. */
    public YamlValue ofKey() {
        return new YamlValue(path, null, key == null ? node : key, problems);
    }

    public Span span() {
        return parsed(Span::parse, Span.ZERO);
    }

    /** Returns a length of time, which must be more than zero. */
    public Span someSpan() {
        Span span = span();
        if (span.isZero()
                && node instanceof ScalarNode scalar
                && scalar.getValue().matches("[\\s0dhms]+")) {
            problem("a promise of no time at all cannot be kept", "a length of time like 15m, 2h or 2d");
        }
        return span;
    }

    public LocalDate date() {
        return parsed(
                text -> {
                    try {
                        return LocalDate.parse(text);
                    } catch (DateTimeException e) {
                        throw new IllegalArgumentException("'" + text + "' is no date; a date like 2026-12-31", e);
                    }
                },
                LocalDate.EPOCH);
    }

    public LocalTime time() {
        return parsed(
                text -> {
                    try {
                        return LocalTime.parse(text);
                    } catch (DateTimeException e) {
                        throw new IllegalArgumentException("'" + text + "' is no time of day; a time like 22:00", e);
                    }
                },
                LocalTime.MIDNIGHT);
    }

    public Severity severity() {
        return Severity.valueOf(word("severity", DeclaredNames.SEVERITIES));
    }

    public boolean truth() {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
            return scalar.getValue().equalsIgnoreCase("true");
        }
        if (node != null) {
            problem("true or false is needed here" + butFound(), "true, false");
        }
        return false;
    }

    public double number() {
        return parsed(
                text -> {
                    double number = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
                    if (Double.isFinite(number)) {
                        return number;
                    }
                    throw new IllegalArgumentException("'" + text + "' is no number");
                },
                1.0);
    }

    public int whole(int least, int most) {
        double number = number();
        if (number != Math.rint(number) || number < least || number > most) {
            problem("a whole number from " + least + " to " + most + " is needed here" + butFound(), "");
            return least;
        }
        return (int) number;
    }

    public int percent() {
        String text = text();
        if (text.matches("[1-9][0-9]?%")) {
            return Integer.parseInt(text.substring(0, text.length() - 1));
        }
        if (!text.isEmpty()) {
            problem("'" + text + "' is no share of a budget", "a percentage from 1% to 99%");
        }
        return 50;
    }

    /** Returns the values of a list; a single value counts as a list of one. */
    public List<YamlValue> items() {
        if (node instanceof SequenceNode list) {
            List<YamlValue> items = new ArrayList<>();
            for (Node element : list.getValue()) {
                items.add(new YamlValue(path + "[" + items.size() + "]", null, element, problems));
            }
            return items;
        }
        if (node instanceof ScalarNode && !isEmpty()) {
            return List.of(this);
        }
        if (node != null) {
            problem("a list is needed here" + butFound(), "");
        }
        return List.of();
    }

    public List<String> texts() {
        return items().stream()
                .map(YamlValue::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    public List<String> words(String what, Collection<String> accepted) {
        return items().stream().map(item -> item.word(what, accepted)).toList();
    }

    /** Returns the map, whose keys must be those of the shape. */
    public PlaybookSection section(PlaybookKeys shape) {
        return PlaybookSection.of(this, shape);
    }

    /** Returns the map, whose keys are names. */
    public PlaybookSection named() {
        return PlaybookSection.of(this, null);
    }

    public String butFound() {
        return switch (node) {
            case null -> "";
            case MappingNode map -> ", but it is a map";
            case SequenceNode list -> ", but it is a list";
            case ScalarNode scalar -> isEmpty() ? ", but there is nothing" : ", but it is '" + scalar.getValue() + "'";
            default -> "";
        };
    }
}
