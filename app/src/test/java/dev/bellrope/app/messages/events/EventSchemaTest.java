package dev.bellrope.app.messages.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schema and what is sent say the same. */
class EventSchemaTest {
    private static final PublishedSchema SCHEMA = PublishedSchema.ofDocument();

    static Stream<PublishedEvent> events() {
        return SampleEvents.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsAsTheSchemaSays(PublishedEvent event) {
        JsonNode sent = SCHEMA.understand(SampleEvents.sent(event));
        assertThat(sent.at("/type").asString()).isEqualTo(event.type());
        assertThat(sent.at("/data/escalation").asString()).isEqualTo("ESC-1001");
        assertThat(sent.at("/data/url").asString()).isEqualTo("https://bells.example/escalations/ESC-1001");
        assertThat(sent.at("/data/account").asString()).isEqualTo("acme");
        assertThat(sent.at("/data/playbook").asString()).isEqualTo("baseline@3");
    }

    /** The schema lets more fields be added, so what it does not describe must be looked for. */
    @ParameterizedTest
    @MethodSource("events")
    void everyFieldThatIsSentIsDescribed(PublishedEvent event) {
        JsonNode sent = JsonMapper.shared().readTree(SampleEvents.sent(event));
        String name = EventSchema.sent(event.type()).replaceAll("Event$", "");
        assertThat(described(EventSchema.sent(event.type()))).containsAll(sent.propertyNames());
        Set<String> data = described("EventData");
        data.add("details");
        assertThat(data).containsExactlyInAnyOrderElementsOf(sent.path("data").propertyNames());
        assertThat(described(name + "Details"))
                .containsAll(sent.at("/data/details").propertyNames());
    }

    @ParameterizedTest
    @CsvSource({
        "/data, escalation",
        "/data, account",
        "/data, sequence",
        "/data, details",
        "/data/details, target",
        "/data/details, cycle",
        "'', type",
        "'', dataschema",
    })
    void whatLacksAFieldIsNotAsTheSchemaSays(String at, String field) {
        JsonNode sent = missed();
        ((ObjectNode) sent.at(at)).remove(field);
        assertThat(SCHEMA.mistakes(sent)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', type, escalation.missed",
        "'', type, escalation.target-met",
        "'', timestamp, tomorrow",
        "/data, sequence, seven",
        "/data, severity, S5",
        "/data/details, cycle, twice",
        "/data/details, due, Fri 16:30",
    })
    void whatHasAnotherValueIsNotAsTheSchemaSays(String at, String field, String value) {
        JsonNode sent = missed();
        ((ObjectNode) sent.at(at)).put(field, value);
        // An event of another type with the same fields is one of that type.
        assertThat(SCHEMA.mistakes(sent).isEmpty()).isEqualTo(value.equals("escalation.target-met"));
    }

    @Test
    void aTestIsAsTheSchemaSays() {
        assertThat(SCHEMA.mistakes(JsonMapper.shared()
                        .readTree("{\"type\":\"test\",\"timestamp\":\"2026-03-06T15:30:00Z\",\"dataschema\":\""
                                + EventSchema.address(SampleEvents.BASE, "test")
                                + "\",\"data\":{\"subscription\":\"019ccdb6-0000-7000-8000-000000000001\"}}")))
                .isEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = new ArrayList<>();
        collect(SCHEMA.document(), references);
        assertThat(references)
                .hasSizeGreaterThan(100)
                .allSatisfy(reference -> assertThat(
                                SCHEMA.document().at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue());
    }

    @Test
    void everyMeaningIsOfAFieldThatIsThere() {
        Set<String> said = new TreeSet<>();
        SCHEMA.document().findValues("description").forEach(description -> said.add(description.asString("")));
        assertThat(said).contains("The level before.", "When it was due before.");
        assertThat(EventFields.all().entrySet().stream()
                        .filter(meaning -> !said.contains(meaning.getValue()))
                        .collect(Collectors.toSet()))
                .as("meanings that no field has")
                .isEmpty();
    }

    private static JsonNode missed() {
        return JsonMapper.shared()
                .readTree(SampleEvents.sent(SampleEvents.all()
                        .filter(event -> event.type().equals("escalation.target-missed"))
                        .findFirst()
                        .orElseThrow()));
    }

    private static Set<String> described(String definition) {
        return new TreeSet<>(SCHEMA.document()
                .path("$defs")
                .path(definition)
                .path("properties")
                .propertyNames());
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.has("$ref")) {
            references.add(node.path("$ref").asString());
        }
        node.forEach(inside -> collect(inside, references));
    }
}
