package dev.bellrope.app.messages.events;

import dev.bellrope.app.Approved;
import dev.bellrope.app.architecture.Repository;
import dev.bellrope.core.escalation.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/events.md} says what programs are told; it is made from the schema. */
class EventsDocumentTest {
    private static final String OPENING = """
            # Events

            Programs are told what happens to escalations by webhook, and [over Kafka](kafka.md#events). Both say the same, in JSON. The application
            serves the schema at `/schema/events-v1.json` (JSON Schema 2020-12), and describes the webhooks in its OpenAPI document.
            A test makes this page from that schema; do not change it by hand.

            Types and fields may be added. None that is here changes its meaning or goes, so pass over what you do not know.

            ## Webhooks

            An administrator subscribes an address on the page *Channels*, or a program with a token of the scope `admin` does:

            ```sh
            curl -X POST $BELLROPE/api/v1/webhook-subscriptions -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
              -d '{"url": "https://example.com/bells", "kinds": ["escalation.opened", "escalation.target-missed"]}'
            ```

            `kinds` are event types, in full; without any, all are sent. The answer holds the secret, and it is the only one that does. Each call is
            signed by the rules of [Standard Webhooks](https://www.standardwebhooks.com), whose libraries check it. Any 2xx means that it was taken. 410
            ends the subscription. Anything else is tried again, up to nine times over three days, with the same `webhook-id`. Calls may come
            twice and out of order; `sequence` counts the events of an escalation.

            ```json
            %s
            ```

            `dataschema` is the address of the schema of `data`. `details` are the event's own fields, and differ by type. A test, which can be asked for at
            the subscription, has the type `test` and in `data` the id of the `subscription`.

            ## `data` of every event

            """;

    private final JsonNode definitions = PublishedSchema.ofDocument().document().path("$defs");
    private final StringBuilder page = new StringBuilder();

    @Test
    void itSaysWhatIsSent() {
        page.append(OPENING.formatted(example()));
        table(definitions.path("EventData"));
        row(code("details"), "object", EventFields.meaning("data", "details"));
        types();
        fields();
        parts();
        Approved.is(Repository.file("docs/events.md"), page.toString());
    }

    private static String example() {
        String sent = SampleEvents.sent(SampleEvents.published(
                new Event.TargetMissed("acknowledge", 1, Instant.parse("2026-03-06T15:30:00Z"))));
        return JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(JsonMapper.shared().readTree(sent));
    }

    private void types() {
        page.append("\n## Types\n\n");
        row("type", "when", "`details`");
        row("---", "---", "---");
        for (String type : EventTypes.list()) {
            JsonNode details = details(type);
            row(
                    code(type),
                    EventTypes.whenInEnglish(type),
                    details.path("properties").propertyNames().stream()
                            .map(field -> code(field) + (isOptional(details, field) ? "?" : ""))
                            .collect(Collectors.joining(", ")));
        }
    }

    /** A field that means the same in many events stands there once. */
    private void fields() {
        page.append("\n## Fields of `details`\n\n");
        row("field", "is", "meaning", "of");
        row("---", "---", "---", "---");
        Map<List<String>, TreeSet<String>> fields =
                new TreeMap<>((one, other) -> String.join("\n", one).compareTo(String.join("\n", other)));
        for (String type : EventTypes.list()) {
            details(type)
                    .path("properties")
                    .forEachEntry((field, schema) -> fields.computeIfAbsent(
                                    List.of(code(field), kind(schema), meaning(schema)), missing -> new TreeSet<>())
                            .add(type.replace("escalation.", "")));
        }
        fields.forEach((field, types) -> row(field.get(0), field.get(1), field.get(2), String.join(", ", types)));
    }

    private void parts() {
        page.append("\n## Parts of `details`\n\nA field with a question mark may be missing.\n");
        definitions.forEachEntry((name, definition) -> {
            if (name.startsWith("Event") && !name.equals("EventData")) {
                page.append("\n### ").append(part(name)).append("\n\n");
                table(definition);
            }
        });
    }

    private void table(JsonNode definition) {
        row("field", "is", "meaning");
        row("---", "---", "---");
        definition
                .path("properties")
                .forEachEntry((field, schema) ->
                        row(code(field) + (isOptional(definition, field) ? "?" : ""), kind(schema), meaning(schema)));
    }

    private JsonNode details(String type) {
        return definitions.path(EventSchema.sent(type).replaceAll("Event$", "Details"));
    }

    private static boolean isOptional(JsonNode definition, String field) {
        return definition
                .path("required")
                .valueStream()
                .noneMatch(one -> one.asString().equals(field));
    }

    private static String meaning(JsonNode schema) {
        return schema.path("description").asString();
    }

    private static String kind(JsonNode schema) {
        if (schema.has("$ref")) {
            String part = part(schema.path("$ref").asString().replace("#/$defs/", ""));
            return "[" + part + "](#" + part.replace(' ', '-') + ")";
        }
        if (schema.has("enum")) {
            List<String> words = new ArrayList<>();
            schema.path("enum").forEach(word -> words.add(code(word.asString())));
            return String.join(", ", words);
        }
        return switch (schema.path("type").asString()) {
            case "array" -> "list of " + kind(schema.path("items"));
            case "object" -> "texts by name";
            case "string" -> schema.has("pattern") ? "duration" : format(schema);
            default -> schema.path("type").asString();
        };
    }

    private static String format(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "date-time" -> "time";
            case "uri" -> "address";
            default -> "text";
        };
    }

    /** {@code EventPlanStep} as {@code plan step}. */
    private static String part(String name) {
        return name.replaceFirst("^Event", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static String code(String word) {
        return "`" + word + "`";
    }

    private void row(String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
