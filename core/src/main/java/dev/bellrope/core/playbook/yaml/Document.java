package dev.bellrope.core.playbook.yaml;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Parses the YAML document of a playbook, within limits that no ordinary playbook reaches. */
public final class Document {
    static final int MOST_CHARACTERS = 1_000_000;
    static final int MOST_ALIASES = 50;
    static final int DEEPEST = 30;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(MOST_CHARACTERS + 1)
            .setMaxAliasesForCollections(MOST_ALIASES)
            .setUseMarks(true)
            .build();

    private Document() {}

    /** Returns the map at the root of the document; null, with a problem reported, if there is none. */
    public static @Nullable MappingNode read(String text, PlaybookProblems problems) {
        if (text.codePointCount(0, text.length()) > MOST_CHARACTERS) {
            problems.add(1, 1, "", "the playbook is longer than " + MOST_CHARACTERS + " characters", "");
            return null;
        }
        try {
            if (!isWithinLimits(text, problems)) {
                return null;
            }
            Optional<Node> root = new Compose(SETTINGS).composeString(text);
            if (root.isEmpty()
                    || (root.get() instanceof ScalarNode scalar
                            && scalar.getValue().isBlank())) {
                problems.add(
                        1,
                        1,
                        "",
                        "the playbook is empty",
                        "a playbook begins with its name, as in: playbook: baseline");
                return null;
            }
            if (root.get() instanceof MappingNode map) {
                return map;
            }
            problems.add(
                    1, 1, "", "a playbook is a map of sections", "it begins with its name, as in: playbook: baseline");
            return null;
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
            problems.add(
                    mark == null ? 1 : mark.getLine() + 1,
                    mark == null ? 1 : mark.getColumn() + 1,
                    "",
                    "this is no YAML: "
                            + String.valueOf(e.getProblem())
                                    .replaceAll("\\s+", " ")
                                    .strip(),
                    hint(e));
            return null;
        } catch (YamlEngineException e) {
            problems.add(
                    1,
                    1,
                    "",
                    "this is no YAML: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    "");
            return null;
        }
    }

    private static boolean isWithinLimits(String text, PlaybookProblems problems) {
        int depth = 0;
        int aliases = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                case Alias -> aliases++;
                default -> {
                    // other events do not change the counts
                }
            }
            if (depth > DEEPEST || aliases > MOST_ALIASES) {
                String message = depth > DEEPEST
                        ? "this is nested deeper than " + DEEPEST + " levels"
                        : "there are more than " + MOST_ALIASES + " aliases";
                Optional<Mark> mark = event.getStartMark();
                problems.add(
                        mark.map(Mark::getLine).orElse(0) + 1,
                        mark.map(Mark::getColumn).orElse(0) + 1,
                        "",
                        message,
                        "");
                return false;
            }
        }
        return true;
    }

    private static String hint(MarkedYamlEngineException problem) {
        String said = String.valueOf(problem.getProblem());
        if (said.contains("\\t") || said.contains("TAB")) {
            return "indent with spaces, never with tabs";
        }
        if (said.contains("mapping values are not allowed")) {
            return "a text that holds ': ' needs quotes";
        }
        return "";
    }
}
