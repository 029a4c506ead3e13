package dev.bellrope.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.architecture.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every pair of colours that meets on a page can be told apart as WCAG 2.2 AA asks; the design document shows the figures. */
class ContrastTest {
    private static final Path CSS = Path.of("src", "main", "resources", "static", "bellrope.css");

    /** Success criterion 1.4.3: text of normal size. */
    private static final double TEXT = 4.5;

    /** Success criterion 1.4.11: what has to be seen to know that something is a control, or its focus. */
    private static final double SHAPE = 3;

    /** Two colour roles and what is asked of them. */
    private record Pair(String of, String on, double least) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair("text", "paper", TEXT),
            new Pair("text", "sheet", TEXT),
            new Pair("text-soft", "paper", TEXT),
            new Pair("text-soft", "sheet", TEXT),
            new Pair("bronze", "sheet", TEXT),
            new Pair("good", "good-soft", TEXT),
            new Pair("good", "sheet", TEXT),
            new Pair("warn", "warn-soft", TEXT),
            new Pair("warn", "sheet", TEXT),
            new Pair("bad", "bad-soft", TEXT),
            new Pair("bad", "sheet", TEXT),
            new Pair("calm", "calm-soft", TEXT),
            new Pair("calm", "sheet", TEXT),
            new Pair("paper", "ink", TEXT),
            new Pair("rail-text", "rail", TEXT),
            new Pair("text", "good-soft", TEXT),
            new Pair("text", "warn-soft", TEXT),
            new Pair("text", "bad-soft", TEXT),
            new Pair("text", "calm-soft", TEXT),
            new Pair("line-strong", "sheet", SHAPE),
            new Pair("line-strong", "paper", SHAPE),
            new Pair("focus", "paper", SHAPE),
            new Pair("focus", "sheet", SHAPE),
            new Pair("bell", "rail", SHAPE));

    @Test
    void everyPairCanBeToldApartInBothThemesAndTheDocumentShowsIt() throws Exception {
        String css = Files.readString(CSS);
        Map<String, String> light = colours(css, ":root {");
        Map<String, String> dark = new LinkedHashMap<>(light);
        dark.putAll(colours(css, "[data-bs-theme=\"dark\"] {"));
        StringBuilder table =
                new StringBuilder("| this | on that | light | dark | at least |\n|---|---|---|---|---|\n");
        for (Pair pair : PAIRS) {
            double inLight = contrast(pair, light);
            double inDark = contrast(pair, dark);
            assertThat(Math.min(inLight, inDark))
                    .as("%s on %s: %.2f in light, %.2f in dark", pair.of(), pair.on(), inLight, inDark)
                    .isGreaterThanOrEqualTo(pair.least());
            table.append("| %s | %s | %.1f | %.1f | %.1f |%n"
                    .formatted(pair.of(), pair.on(), inLight, inDark, pair.least())
                    .replace(System.lineSeparator(), "\n"));
        }
        assertThat(Files.readString(Repository.file("docs/design.md")))
                .as("the table of docs/design.md")
                .contains(table);
    }

    private static Map<String, String> colours(String css, String rule) {
        int start = css.indexOf(rule);
        Map<String, String> colours = new LinkedHashMap<>();
        Matcher colour =
                Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});").matcher(css.substring(start, css.indexOf('}', start)));
        while (colour.find()) {
            colours.put(colour.group(1), colour.group(2));
        }
        return colours;
    }

    /** As WCAG defines it: 1 for the same colour, 21 for black on white. */
    private static double contrast(Pair pair, Map<String, String> colours) {
        double one = luminance(String.valueOf(colours.get(pair.of())));
        double other = luminance(String.valueOf(colours.get(pair.on())));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1).toLowerCase(Locale.ROOT), 16);
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
