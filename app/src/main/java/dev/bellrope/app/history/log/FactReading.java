package dev.bellrope.app.history.log;

import dev.bellrope.app.history.log.Template.Part;
import dev.bellrope.core.fact.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads where facts come from: a column, or {@code {column, values, otherwise, as}}, or {@code {value}}. */
final class FactReading {
    private static final Map<String, Fact.Shape> SHAPES = shapes();

    private FactReading() {}

    static List<Fact> facts(Section section, String key) {
        return section.findSection(key)
                .map(facts ->
                        facts.keys().stream().map(name -> fact(facts, name)).toList())
                .orElse(List.of());
    }

    static Fact fact(Section section, String name) {
        if (!section.isSection(name)) {
            return section.findColumn(name)
                    .map(column -> new Fact(name, column, Map.of(), "", Fact.Shape.TEXT))
                    .orElseGet(() -> Fact.always(name, ""));
        }
        Section said = section.findSection(name).orElseThrow();
        said.accepts("column", "values", "otherwise", "as", "value");
        Fact.Shape shape = said.findText("as").map(word -> shape(said, word)).orElse(Fact.Shape.TEXT);
        if (said.has("value")) {
            if (said.has("column")) {
                said.problem("value", "is for a fact that is always the same; it stands without \"column\".");
            }
            return new Fact(name, null, Map.of(), said.findText("value").orElse(""), shape);
        }
        Map<String, String> values = new LinkedHashMap<>();
        said.findSection("values")
                .ifPresent(list -> list.keys()
                        .forEach(from -> values.put(from, list.findText(from).orElse(""))));
        Optional<Column> column = said.required("column", said::findColumn);
        return new Fact(
                name, column.orElse(null), values, said.findText("otherwise").orElse(""), shape);
    }

    /** A text with {@code {column}} in it. */
    static Template template(Section section, String key) {
        String text = section.findText(key).orElse("");
        List<Part> parts = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int open = text.indexOf('{', from);
            if (open < 0) {
                parts.add(new Part(text.substring(from), null));
                break;
            }
            int close = text.indexOf('}', open);
            if (close < 0) {
                section.problem(key, "has a { without its }.");
                break;
            }
            if (open > from) {
                parts.add(new Part(text.substring(from, open), null));
            }
            parts.add(new Part(
                    "", section.column(key, text.substring(open + 1, close).strip())));
            from = close + 1;
        }
        return parts.isEmpty() ? Template.EMPTY : new Template(parts);
    }

    private static Fact.Shape shape(Section said, String word) {
        Fact.Shape shape = SHAPES.get(word);
        if (shape == null) {
            said.problem("as", "\"" + word + "\" is no kind of value. " + Nearest.advice(word, SHAPES.keySet()));
            return Fact.Shape.TEXT;
        }
        return shape;
    }

    private static Map<String, Fact.Shape> shapes() {
        Map<String, Fact.Shape> shapes = new LinkedHashMap<>();
        shapes.put("text", Fact.Shape.TEXT);
        shapes.put("number", Fact.Shape.NUMBER);
        shapes.put("whole-number", Fact.Shape.WHOLE_NUMBER);
        shapes.put("yes-no", Fact.Shape.YES_NO);
        shapes.put("list", Fact.Shape.LIST);
        return shapes;
    }
}
