package dev.bellrope.app.history.log;

import dev.bellrope.core.fact.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML mapping with positions, read key by key; problems are collected in one list. */
final class MappingSection {
    private final String path;
    private final Node node;
    private final List<MappingProblem> problems;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();

    MappingSection(String path, Node node, List<MappingProblem> problems) {
        this.path = path;
        this.node = node;
        this.problems = problems;
        if (!(node instanceof MappingNode mapping)) {
            problem(node, path, "must be a mapping of keys to values.");
            return;
        }
        for (NodeTuple entry : mapping.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (entries.put(key, entry) != null) {
                problem(entry.getKeyNode(), pathOf(key), "is there twice.");
            }
        }
    }

    /** Reports the keys that are not among the accepted ones. */
    MappingSection accepts(String... keys) {
        List<String> accepted = List.of(keys);
        entries.forEach((key, entry) -> {
            if (!accepted.contains(key)) {
                problem(entry.getKeyNode(), pathOf(key), "is not a key here. " + Nearest.advice(key, accepted));
            }
        });
        return this;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    /** Reads the value of a key; a missing key is a problem. */
    <T> Optional<T> required(String key, Function<String, Optional<T>> read) {
        if (!has(key)) {
            problem(node, path, "needs the key \"" + key + "\".");
            return Optional.empty();
        }
        return read.apply(key);
    }

    Optional<String> findText(String key) {
        Node value = value(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        problem(value, pathOf(key), "must be one value.");
        return Optional.empty();
    }

    /** Returns the texts of a key: one or a list. */
    List<String> texts(String key) {
        Node value = value(key);
        List<String> texts = new ArrayList<>();
        if (value instanceof ScalarNode scalar) {
            texts.add(scalar.getValue());
        } else if (value instanceof SequenceNode sequence) {
            for (Node each : sequence.getValue()) {
                if (each instanceof ScalarNode scalar) {
                    texts.add(scalar.getValue());
                } else {
                    problem(each, pathOf(key), "must be a list of plain values.");
                }
            }
        } else if (value != null) {
            problem(value, pathOf(key), "must be a value or a list of values.");
        }
        return texts;
    }

    Optional<Boolean> findFlag(String key) {
        return findText(key).flatMap(text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> {
                problem(key, "must be true or false, not \"" + text + "\".");
                yield Optional.empty();
            }
        });
    }

    Optional<LogColumn> findColumn(String key) {
        return findText(key).map(name -> column(key, name));
    }

    List<LogColumn> columns(String key) {
        return texts(key).stream().map(name -> column(key, name)).toList();
    }

    /** Returns a column with the position of the key's value. */
    LogColumn column(String key, String name) {
        Node at = Optional.ofNullable(value(key)).orElse(node);
        return new LogColumn(name, line(at), position(at), pathOf(key));
    }

    /** Returns a column with the position of the key itself. */
    LogColumn keyColumn(String key) {
        NodeTuple entry = entries.get(key);
        Node at = entry == null ? node : entry.getKeyNode();
        return new LogColumn(key, line(at), position(at), pathOf(key));
    }

    boolean isSection(String key) {
        return value(key) instanceof MappingNode;
    }

    Optional<MappingSection> findSection(String key) {
        Node value = value(key);
        return value == null ? Optional.empty() : Optional.of(new MappingSection(pathOf(key), value, problems));
    }

    /** Passes on each entry of a list of mappings. */
    void each(String key, Consumer<MappingSection> entry) {
        Node value = value(key);
        if (value instanceof SequenceNode sequence) {
            int index = 1;
            for (Node each : sequence.getValue()) {
                entry.accept(new MappingSection(pathOf(key) + "[" + index++ + "]", each, problems));
            }
        } else if (value != null) {
            problem(value, pathOf(key), "must be a list.");
        }
    }

    /** Reports a mistake at the value of a key. */
    void problem(String key, String message) {
        Node value = value(key);
        problem(value == null ? node : value, pathOf(key), message);
    }

    private void problem(Node at, String where, String message) {
        problems.add(new MappingProblem(line(at), position(at), where, message));
    }

    private @Nullable Node value(String key) {
        NodeTuple entry = entries.get(key);
        return entry == null ? null : entry.getValueNode();
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private static int position(Node node) {
        return node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(1);
    }
}
