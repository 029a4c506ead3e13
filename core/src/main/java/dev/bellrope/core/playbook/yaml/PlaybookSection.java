package dev.bellrope.core.playbook.yaml;

import dev.bellrope.core.fact.Nearest;
import dev.bellrope.core.playbook.reader.PlaybookKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A map in the playbook. Unknown and repeated keys are reported as problems at once.
 *
 * @param item the place of the map
 * @param entries its values, in the order written
 * @param fallback the section of the baseline for the keys that are left out; null for none
 */
public record PlaybookSection(
        YamlValue item,
        Map<String, YamlValue> entries,
        @Nullable PlaybookSection fallback) {
    static PlaybookSection of(YamlValue item, @Nullable PlaybookKeys shape) {
        Map<String, YamlValue> entries = new LinkedHashMap<>();
        if (item.node() instanceof MappingNode map) {
            for (NodeTuple tuple : map.getValue()) {
                add(item, tuple, shape, entries);
            }
        } else if (item.node() != null) {
            item.problem(
                    "a map is needed here" + item.butFound(),
                    shape == null ? "" : "with " + String.join(", ", shape.keys()));
        }
        return new PlaybookSection(item, entries, null);
    }

    public PlaybookSection fallingBackOn(@Nullable PlaybookSection other) {
        return new PlaybookSection(item, entries, other);
    }

    /** Finds the value of a key, here or else in the baseline. */
    public Optional<YamlValue> find(String key) {
        YamlValue found = entries.get(key);
        if (found == null && fallback != null) {
            return fallback.find(key);
        }
        return Optional.ofNullable(found);
    }

    /** Returns the value of a required key. */
    public YamlValue get(String key) {
        return find(key).orElseGet(() -> {
            if (item.node() instanceof MappingNode) {
                item.keyProblem("'" + key + "' is missing", "");
            }
            return new YamlValue(path(key), item.key(), null, item.problems());
        });
    }

    public String text(String key, String otherwise) {
        return find(key).map(YamlValue::text).orElse(otherwise);
    }

    public List<String> texts(String key) {
        return find(key).map(YamlValue::texts).orElse(List.of());
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    String path(String key) {
        return item.path().isEmpty() ? key : item.path() + "." + key;
    }

    private static void add(
            YamlValue item, NodeTuple tuple, @Nullable PlaybookKeys shape, Map<String, YamlValue> entries) {
        YamlValue key = new YamlValue(item.path(), null, tuple.getKeyNode(), item.problems());
        if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
            key.problem("a key must be a text", "");
            return;
        }
        String name = scalar.getValue();
        String path = item.path().isEmpty() ? name : item.path() + "." + name;
        YamlValue value = new YamlValue(path, scalar, tuple.getValueNode(), item.problems());
        if (entries.containsKey(name)) {
            value.keyProblem("'" + name + "' is written twice", "");
        } else if (shape != null && !shape.keys().contains(name)) {
            value.keyProblem("'" + name + "' is unknown here", Nearest.hint(name, shape.keys()));
        } else {
            entries.put(name, value);
        }
    }
}
