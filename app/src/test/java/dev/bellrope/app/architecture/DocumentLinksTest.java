package dev.bellrope.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A link of a document to another place of the repository leads to a file, and to a heading of it. */
class DocumentLinksTest {
    private static final Pattern LINK = Pattern.compile("(?:\\]\\(|src(?:set)?=\")([^)\"]+)[)\"]");
    private static final Path ROOT = Repository.file("");

    @Test
    void everyLinkLeadsSomewhere() {
        List<Path> documents = documents();
        assertThat(documents).hasSizeGreaterThan(15);
        assertThat(documents.stream().flatMap(document -> dead(document, read(document))))
                .isEmpty();
    }

    @Test
    void aLinkThatLeadsNowhereIsFound() {
        String text =
                "[a](docs/nothing.md), [b](README.md#nothing), [c](#what-is-here), [d](README.md#words)\n# What is here?";
        assertThat(dead(ROOT.resolve("made-up.md"), text))
                .containsExactly("made-up.md: docs/nothing.md", "made-up.md: README.md#nothing");
    }

    private static Stream<String> dead(Path document, String text) {
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("http"))
                .filter(link -> !leadsSomewhere(document, text, link))
                .map(link -> ROOT.relativize(document) + ": " + link);
    }

    private static boolean leadsSomewhere(Path document, String text, String link) {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path target = path.isEmpty() ? document : document.resolveSibling(path);
        if (!path.isEmpty() && !Files.exists(target)) {
            return false;
        }
        return hash < 0
                || (path.isEmpty() ? text : read(target))
                        .lines()
                        .filter(line -> line.startsWith("#"))
                        .anyMatch(heading -> anchor(heading).equals(link.substring(hash + 1)));
    }

    /** As GitHub makes it of a heading. */
    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static List<Path> documents() {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
