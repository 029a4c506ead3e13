package dev.bellrope.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads {@code bellrope.yaml}, whose settings may be nested or dotted. */
final class SettingsFile {
    /** A value of the file, under its full name. */
    record SettingLine(String key, String value, String origin) {}

    private SettingsFile() {}

    /** Returns all lines of the file, or none if there is no such file. */
    static List<SettingLine> read(Path file, List<String> problems) {
        List<SettingLine> lines = new ArrayList<>();
        if (!Files.isRegularFile(file)) {
            return lines;
        }
        try {
            LoadSettings load = LoadSettings.builder().setLabel(file.toString()).build();
            new Compose(load)
                    .composeString(Files.readString(file))
                    .ifPresent(root -> flatten("", root, file, lines, problems));
        } catch (IOException | YamlEngineException unreadable) {
            problems.add(file + " cannot be read: " + unreadable.getMessage());
        }
        return lines;
    }

    private static void flatten(String key, Node node, Path file, List<SettingLine> lines, List<String> problems) {
        String origin = file
                + node.getStartMark()
                        .map(mark -> ", line " + (mark.getLine() + 1))
                        .orElse("");
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode name) {
                    String child = key.isEmpty() ? name.getValue() : key + "." + name.getValue();
                    flatten(child, entry.getValueNode(), file, lines, problems);
                }
            }
        } else if (node instanceof ScalarNode scalar && !key.isEmpty()) {
            lines.add(new SettingLine(key, scalar.getValue(), origin));
        } else {
            problems.add((key.isEmpty() ? "The file" : key) + " (" + origin + ") is not a setting with a value.");
        }
    }
}
