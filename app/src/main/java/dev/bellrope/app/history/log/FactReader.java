package dev.bellrope.app.history.log;

import dev.bellrope.app.history.log.Template.TemplatePart;
import dev.bellrope.core.fact.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the definitions of facts: a column, {@code {column, values, otherwise, as}}, or {@code {value}}. */
final class FactReader {
    private static final Map<String, Fact.FactConversion> SHAPES = shapes();

    private FactReader() {}

    static List<Fact> facts(MappingSection section, String key) {
        return section.findSection(key)
                .map(facts ->
                        facts.keys().stream().map(name -> fact(facts, name)).toList())
                .orElse(List.of());
    }

    static Fact fact(MappingSection section, String name) {
        if (!section.isSection(name)) {
            return section.findColumn(name)
                    .map(column -> new Fact(name, column, Map.of(), "", Fact.FactConversion.TEXT))
                    .orElseGet(() -> Fact.always(name, ""));
        }
        MappingSection said = section.findSection(name).orElseThrow();
        said.accepts("column", "values", "otherwise", "as", "value");
        Fact.FactConversion shape =
                said.findText("as").map(word -> shape(said, word)).orElse(Fact.FactConversion.TEXT);
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
        Optional<LogColumn> column = said.required("column", said::findColumn);
        return new Fact(
                name, column.orElse(null), values, said.findText("otherwise").orElse(""), shape);
    }

    /** Reads a template, a text with {@code {column}} in it. */
    static Template template(MappingSection section, String key) {
        String text = section.findText(key).orElse("");
        List<TemplatePart> parts = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int open = text.indexOf('{', from);
            if (open < 0) {
                parts.add(new TemplatePart(text.substring(from), null));
                break;
            }
            int close = text.indexOf('}', open);
            if (close < 0) {
                section.problem(key, "has a { without its }.");
                break;
            }
            if (open > from) {
                parts.add(new TemplatePart(text.substring(from, open), null));
            }
            parts.add(new TemplatePart(
                    "", section.column(key, text.substring(open + 1, close).strip())));
            from = close + 1;
        }
        return parts.isEmpty() ? Template.EMPTY : new Template(parts);
    }

    private static Fact.FactConversion shape(MappingSection said, String word) {
        Fact.FactConversion shape = SHAPES.get(word);
        if (shape == null) {
            said.problem("as", "\"" + word + "\" is no kind of value. " + Nearest.advice(word, SHAPES.keySet()));
            return Fact.FactConversion.TEXT;
        }
        return shape;
    }

    private static Map<String, Fact.FactConversion> shapes() {
        Map<String, Fact.FactConversion> shapes = new LinkedHashMap<>();
        shapes.put("text", Fact.FactConversion.TEXT);
        shapes.put("number", Fact.FactConversion.NUMBER);
        shapes.put("whole-number", Fact.FactConversion.WHOLE_NUMBER);
        shapes.put("yes-no", Fact.FactConversion.YES_NO);
        shapes.put("list", Fact.FactConversion.LIST);
        return shapes;
    }
}
