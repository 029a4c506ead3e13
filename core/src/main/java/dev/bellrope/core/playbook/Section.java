package dev.bellrope.core.playbook;

import dev.bellrope.core.fact.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A map of the playbook. Keys that are unknown or written twice are problems at once.
 *
 * @param item where it is
 * @param entries its values, in the order written
 * @param fallback the same section of the baseline, for the keys that are left out; null for none
 */
record Section(
        Item item, Map<String, Item> entries, @Nullable Section fallback) {
    static Section of(Item item, @Nullable Shape shape) {
        Map<String, Item> entries = new LinkedHashMap<>();
        if (item.node() instanceof MappingNode map) {
            for (NodeTuple tuple : map.getValue()) {
                add(item, tuple, shape, entries);
            }
        } else if (item.node() != null) {
            item.problem(
                    "a map is needed here" + item.butFound(),
                    shape == null ? "" : "with " + String.join(", ", shape.keys()));
        }
        return new Section(item, entries, null);
    }

    Section fallingBackOn(@Nullable Section other) {
        return new Section(item, entries, other);
    }

    /** The value of a key, here or in the baseline. */
    Optional<Item> find(String key) {
        Item found = entries.get(key);
        if (found == null && fallback != null) {
            return fallback.find(key);
        }
        return Optional.ofNullable(found);
    }

    /** The value of a key that must be there. */
    Item get(String key) {
        return find(key).orElseGet(() -> {
            if (item.node() instanceof MappingNode) {
                item.keyProblem("'" + key + "' is missing", "");
            }
            return new Item(path(key), item.key(), null, item.problems());
        });
    }

    String text(String key, String otherwise) {
        return find(key).map(Item::text).orElse(otherwise);
    }

    List<String> texts(String key) {
        return find(key).map(Item::texts).orElse(List.of());
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    List<String> names() {
        return List.copyOf(entries.keySet());
    }

    String path(String key) {
        return item.path().isEmpty() ? key : item.path() + "." + key;
    }

    private static void add(Item item, NodeTuple tuple, @Nullable Shape shape, Map<String, Item> entries) {
        Item key = new Item(item.path(), null, tuple.getKeyNode(), item.problems());
        if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
            key.problem("a key must be a text", "");
            return;
        }
        String name = scalar.getValue();
        String path = item.path().isEmpty() ? name : item.path() + "." + name;
        Item value = new Item(path, scalar, tuple.getValueNode(), item.problems());
        if (entries.containsKey(name)) {
            value.keyProblem("'" + name + "' is written twice", "");
        } else if (shape != null && !shape.keys().contains(name)) {
            value.keyProblem("'" + name + "' is unknown here", Nearest.hint(name, shape.keys()));
        } else {
            entries.put(name, value);
        }
    }
}
