package dev.bellrope.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.playbook.reader.DeclaredNames;
import dev.bellrope.core.playbook.reader.PlaybookKeys;
import dev.bellrope.core.playbook.reader.PlaybookReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema and the reader say the same. */
class SchemaTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode TEXT = schema();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT);

    @Test
    void every_shape_is_one_definition_with_the_same_keys() {
        Map<String, Object> shapes = new TreeMap<>();
        Arrays.stream(PlaybookKeys.values()).forEach(shape -> shapes.put(word(shape), new TreeSet<>(shape.keys())));
        Map<String, Object> definitions = new TreeMap<>();
        TEXT.path("$defs").properties().forEach(definition -> {
            if (definition.getValue().has("properties")) {
                definitions.put(
                        definition.getKey(),
                        new TreeSet<>(definition.getValue().path("properties").propertyNames()));
                assertThat(definition.getValue().path("additionalProperties").asBoolean(true))
                        .as(definition.getKey() + " is closed")
                        .isFalse();
            }
        });
        assertThat(definitions).isEqualTo(shapes);
    }

    @Test
    void every_key_is_described() {
        TEXT.path("$defs")
                .properties()
                .forEach(definition -> definition
                        .getValue()
                        .path("properties")
                        .properties()
                        .forEach(property -> {
                            JsonNode at = property.getValue();
                            JsonNode described = at.has("description")
                                    ? at
                                    : TEXT.at(at.path("$ref").asString("").replace("#", ""));
                            assertThat(described.path("description").asString(""))
                                    .as(definition.getKey() + "." + property.getKey())
                                    .isNotBlank();
                        }));
    }

    @Test
    void the_words_are_those_of_the_reader() {
        JsonNode definitions = TEXT.path("$defs");
        assertThat(words(definitions.at("/playbook/properties/permissions/propertyNames/enum")))
                .isEqualTo(DeclaredNames.PERMITTED);
        assertThat(words(definitions.at("/communication/properties/templates/propertyNames/enum")))
                .isEqualTo(DeclaredNames.TEMPLATES);
        assertThat(words(definitions.at("/communication/properties/counts-as/additionalProperties/anyOf/0/enum")))
                .isEqualTo(DeclaredNames.ACTS);
        assertThat(words(definitions.at("/guardrails/properties/never-automatic/anyOf/0/enum")))
                .isEqualTo(DeclaredNames.NEVER_AUTOMATIC);
        assertThat(words(definitions.at("/exception/properties/targets/propertyNames/enum")))
                .isEqualTo(DeclaredNames.TARGETS);
        assertThat(words(definitions.at("/severity-word/enum"))).isEqualTo(DeclaredNames.SEVERITIES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"15m", "2h", "1h 30m", "2d", "90s", "1d 2h 3m 4s", "0h"})
    void lengths_of_time_that_both_accept(String span) {
        assertThat(Span.parse(span)).isNotNull();
        assertThat(span).matches(TEXT.at("/$defs/span/pattern").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "15", "2 hours", "1h30", "h", "-1h", "1.5h", "1m 1h"})
    void lengths_of_time_that_neither_accepts(String span) {
        assertThat(span).doesNotMatch(TEXT.at("/$defs/span/pattern").asString());
    }

    static Stream<Path> playbooks() throws IOException {
        try (Stream<Path> examples = Files.list(Path.of("..", "examples"))) {
            return examples
                    .filter(path -> path.toString().endsWith(".playbook.yaml")
                            && !path.toString().contains("broken"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void every_example_is_valid(Path example) throws IOException {
        assertThat(errors(Files.readString(example))).isEmpty();
    }

    @Test
    void the_baseline_is_valid() {
        assertThat(errors(PlaybookReader.baseline())).isEmpty();
    }

    @Test
    void the_broken_one_is_not() throws IOException {
        String text = Files.readString(Path.of("..", "examples", "broken.playbook.yaml"))
                .replaceFirst("(?s)  customer-asks:\\s+because: the customer asked again.*?\n\n", "\n");
        assertThat(errors(text)).hasSizeGreaterThan(20);
    }

    private static List<String> errors(String yaml) {
        Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return SCHEMA.validate(JSON.<JsonNode>valueToTree(tree)).stream()
                .map((Error error) -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private static String word(PlaybookKeys shape) {
        return shape.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode schema() {
        try (InputStream stream = Objects.requireNonNull(
                Playbook.class.getResourceAsStream("playbook-v1.schema.json"), "the schema is missing")) {
            return JSON.readTree(stream);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
