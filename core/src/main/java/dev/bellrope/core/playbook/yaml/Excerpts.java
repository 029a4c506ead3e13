package dev.bellrope.core.playbook.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Extracts the rules of a playbook as they are written. */
public final class Excerpts {
    private static final int DEEPEST = 3;

    private Excerpts() {}

    /**
     * An excerpt from a playbook.
     *
     * @param line its first line, from 1
     */
    public record PlaybookExcerpt(int line, String text) {}

    /** Returns every rule by its path, {@code triggers.slo-missed}; empty if the text is not a playbook. */
    public static Map<String, PlaybookExcerpt> of(String text) {
        Map<String, PlaybookExcerpt> excerpts = new LinkedHashMap<>();
        MappingNode root = Document.read(text, PlaybookProblems.in(text));
        if (root != null) {
            gather("", root, PlaybookProblems.linesOf(text), 1, excerpts);
        }
        return excerpts;
    }

    private static void gather(
            String above, MappingNode map, String[] lines, int depth, Map<String, PlaybookExcerpt> excerpts) {
        for (NodeTuple tuple : map.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                String path = above.isEmpty() ? key.getValue() : above + "." + key.getValue();
                excerpts.put(path, excerpt(key, tuple.getValueNode(), lines));
                if (depth < DEEPEST && tuple.getValueNode() instanceof MappingNode below) {
                    gather(path, below, lines, depth + 1, excerpts);
                }
            }
        }
    }

    private static PlaybookExcerpt excerpt(Node key, Node value, String[] lines) {
        Mark from = key.getStartMark().orElseThrow();
        int first = from.getLine();
        int last = value.getEndMark()
                .map(end -> isBlankBefore(lines[Math.min(end.getLine(), lines.length - 1)], end)
                        ? end.getLine() - 1
                        : end.getLine())
                .orElse(first);
        while (last > first && isRemark(lines[Math.min(last, lines.length - 1)])) {
            last--;
        }
        String indent = " ".repeat(from.getColumn());
        List<String> own = List.of(lines).subList(first, Math.max(first, Math.min(last, lines.length - 1)) + 1).stream()
                .map(line -> line.startsWith(indent) ? line.substring(indent.length()) : line.strip())
                .toList();
        return new PlaybookExcerpt(first + 1, String.join("\n", own));
    }

    /** Returns whether the line with the end mark holds nothing of the value. */
    private static boolean isBlankBefore(String line, Mark end) {
        return line.substring(0, Math.min(end.getColumn(), line.length())).isBlank();
    }

    private static boolean isRemark(String line) {
        return line.isBlank() || line.strip().startsWith("#");
    }
}
