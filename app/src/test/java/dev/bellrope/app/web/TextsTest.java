package dev.bellrope.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

/** Every text is there in every language, is used, and takes the same arguments. */
class TextsTest {
    private static final Path TEXTS = Path.of("src", "main", "resources", "texts");
    private static final List<Path> USERS = List.of(Path.of("src", "main", "jte"), Path.of("src", "main", "java"));

    /** {@code text("desk.title"} or, of a family, {@code text("act." +}; no other object's {@code text}. */
    private static final Pattern USE =
            Pattern.compile("(?:Texts\\.|(?<![.\\w]))(?:text|english)\\(\\s*\"([a-z0-9-]+\\.[a-z0-9.-]*)\"(\\s*\\+)?");

    @AfterEach
    void reset() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void eachIsThereInBothLanguages() throws Exception {
        assertThat(texts("_de").keySet()).isEqualTo(texts("").keySet());
    }

    /** The later of two would silently say what the earlier one is asked for. */
    @Test
    void eachIsThereOnce() throws Exception {
        for (Path file : files(List.of(TEXTS))) {
            List<String> keys = Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#") && line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
            assertThat(keys).as(file.toString()).doesNotHaveDuplicates();
        }
    }

    @Test
    void eachTakesTheSameArgumentsInBothLanguages() throws Exception {
        Map<String, String> german = texts("_de");
        texts("")
                .forEach((key, english) -> assertThat(arguments(german.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(arguments(english)));
    }

    @Test
    void eachThatIsUsedIsThereAndEachThatIsThereIsUsed() throws Exception {
        Set<String> whole = new TreeSet<>();
        Set<String> families = new TreeSet<>();
        for (Path file : files(USERS)) {
            Matcher use = USE.matcher(Files.readString(file));
            while (use.find()) {
                (use.group(2) == null ? whole : families).add(use.group(1));
            }
        }
        Set<String> there = texts("").keySet();
        assertThat(there).containsAll(whole);
        assertThat(families).allSatisfy(family -> assertThat(there).anyMatch(key -> key.startsWith(family)));
        assertThat(there)
                .as("texts that nothing says")
                .allMatch(key -> whole.contains(key) || families.stream().anyMatch(key::startsWith));
    }

    @Test
    void theLanguageIsThatOfTheReaderElseEnglish() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("de-AT"));
        assertThat(Texts.text("nav.people")).isEqualTo("Menschen");
        assertThat(Texts.english("nav.people")).isEqualTo("People");
        LocaleContextHolder.setLocale(Locale.JAPANESE);
        assertThat(Texts.text("nav.people")).isEqualTo("People");
        assertThat(Texts.text("no.such.text")).isEqualTo("no.such.text");
    }

    private static Map<String, String> texts(String suffix) throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (Path file : files(List.of(TEXTS))) {
            String name = file.getFileName().toString();
            if (name.matches("[a-z-]+" + suffix + "\\.properties")) {
                Properties properties = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                properties
                        .stringPropertyNames()
                        .forEach(key -> assertThat(all.put(key, properties.getProperty(key)))
                                .as("twice: " + key)
                                .isNull());
            }
        }
        return all;
    }

    private static Set<String> arguments(String text) {
        new MessageFormat(text, Locale.ENGLISH);
        Set<String> arguments = new TreeSet<>();
        Matcher argument = Pattern.compile("\\{([0-9])").matcher(text);
        while (argument.find()) {
            arguments.add(argument.group(1));
        }
        return arguments;
    }

    private static List<Path> files(List<Path> folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> inside = Files.walk(folder)) {
                inside.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        return files;
    }
}
