package dev.bellrope.app.architecture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The picture of ARCHITECTURE.md: rows of package names, of which a higher one may import a lower one.
 *
 * @param rows the row of each package, such as {@code app.intake}; 0 is the highest
 */
record Picture(Map<String, Integer> rows) {
    private static final Pattern ROW =
            Pattern.compile("(app|core)? {2,}(?<names>[a-z]+( │ [a-z]+)*)( {2,}(?<caption>\\S.*))?");

    /** Reads the fenced block {@code picture} of a document. */
    static Picture read(String document) {
        Matcher block = Pattern.compile("(?s)```picture\\n(.*?)\\n```").matcher(document);
        if (!block.find()) {
            throw new IllegalArgumentException("There is no ```picture");
        }
        Map<String, Integer> rows = new LinkedHashMap<>();
        String side = "";
        int row = 0;
        for (String line : block.group(1).split("\n", -1)) {
            if (line.isBlank() || line.startsWith("═")) {
                continue;
            }
            Matcher matcher = ROW.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("No row of the picture: " + line);
            }
            side = matcher.group(1) == null ? side : matcher.group(1);
            for (String name : matcher.group("names").split(" │ ", -1)) {
                if (rows.put(side + "." + name, row) != null) {
                    throw new IllegalArgumentException("Drawn twice: " + side + "." + name);
                }
            }
            row++;
        }
        return new Picture(rows);
    }

    /** What is wrong with it, for packages and what each imports of the others. */
    List<String> flaws(Map<String, ? extends Iterable<String>> imports) {
        List<String> flaws = new ArrayList<>();
        new TreeMap<>(imports).forEach((name, others) -> {
            Integer row = rows.get(name);
            if (row == null) {
                flaws.add(name + " is not in the picture");
                return;
            }
            others.forEach(other -> {
                // What is imported and not drawn is told of by itself.
                if (rows.getOrDefault(other, Integer.MAX_VALUE) <= row) {
                    flaws.add(name + " imports " + other + ", which is not below it");
                }
            });
        });
        rows.keySet().stream()
                .filter(name -> !imports.containsKey(name))
                .forEach(name -> flaws.add(name + " is drawn, and does not exist"));
        return flaws;
    }

    /** A document with nothing but a picture of such lines. */
    static Picture of(String... lines) {
        return read("```picture\n" + String.join("\n", Arrays.asList(lines)) + "\n```");
    }
}
