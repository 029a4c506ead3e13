package dev.bellrope.app.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellrope.app.Approved;
import dev.bellrope.app.RunningApp;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.architecture.Repository;
import dev.bellrope.app.messages.events.EventSchema;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API's document promises to programs that are made from it. */
class OpenApiDocumentTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private static RunningApp app;
    private static Visitor stranger;
    private static JsonNode document;

    @BeforeAll
    static void start() {
        app = RunningApp.start();
        stranger = Visitor.stranger(app);
        document = JsonMapper.shared()
                .readTree(stranger.get("/api/v1/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        stranger.close();
        app.close();
    }

    /**
     * Changing the id, the address, the scope, the answer or a schema's name of an operation breaks programs: whoever does it accepts this
     * list anew.
     */
    @Test
    void operationsStayWhatTheyAre() {
        TreeMap<String, String> lines = new TreeMap<>();
        operations((address, operation) -> lines.put(
                operation.path("operationId").asString(),
                "%s  %s  %s  %s -> %s"
                        .formatted(
                                address,
                                operation.path("x-scope").asString(),
                                succeeds(operation),
                                schemas(operation.path("requestBody")),
                                operation
                                        .path("responses")
                                        .propertyStream()
                                        .filter(answer -> answer.getKey().startsWith("2"))
                                        .map(answer -> schemas(answer.getValue()))
                                        .distinct()
                                        .collect(Collectors.joining(" ")))));
        String list = lines.entrySet().stream()
                .map(line -> line.getKey() + "  " + line.getValue() + "\n")
                .collect(Collectors.joining());
        Approved.is(Repository.file("app/src/test/resources/operations.txt"), list);
    }

    /** What the schemas of a body are called, or their types where they have no name. */
    private static String schemas(JsonNode body) {
        return body.path("content").isEmpty()
                ? "nothing"
                : body.path("content")
                        .valueStream()
                        .map(content -> content.path("schema"))
                        .map(schema -> schema.has("$ref")
                                ? schema.path("$ref").asString().replaceFirst(".*/", "")
                                : schema.path("type").asString("anything"))
                        .distinct()
                        .collect(Collectors.joining(" "));
    }

    private static String succeeds(JsonNode operation) {
        return operation.path("responses").propertyNames().stream()
                .filter(status -> status.startsWith("2"))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void everyOperationSaysAllThatAProgramNeeds() {
        List<String> missing = new ArrayList<>();
        operations((address, operation) -> {
            if (operation.path("summary").asString("").isEmpty()) {
                missing.add(address + ": a summary");
            }
            if (!operation.path("operationId").asString("").matches("[a-z][A-Za-z]+")) {
                missing.add(address + ": an id of its own, not " + operation.path("operationId"));
            }
            if (operation.path("x-scope").asString("").isEmpty()
                    || operation.path("security").isEmpty()) {
                missing.add(address + ": the scope");
            }
            for (String status : List.of("400", "401", "403")) {
                if (!operation.path("responses").has(status)) {
                    missing.add(address + ": the answer " + status);
                }
            }
            if (!tags().containsAll(operation
                    .path("tags")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList())) {
                missing.add(address + ": a tag of the document, not " + operation.path("tags"));
            }
            boolean repeatable = operation.path("parameters").toString().contains("IdempotencyKey");
            if (repeatable != address.startsWith("POST")) {
                missing.add(address + ": the Idempotency-Key of a POST");
            }
        });
        assertThat(missing).isEmpty();
    }

    private static Set<String> tags() {
        return document.path("tags")
                .valueStream()
                .map(tag -> tag.path("name").asString())
                .collect(Collectors.toSet());
    }

    @Test
    void everyParameterIsOneThatACallerCanSend() {
        List<String> wrong = new ArrayList<>();
        operations((address, operation) -> operation.path("parameters").forEach(parameter -> {
            String type = resolved(parameter).at("/schema/type").asString("");
            if (!Set.of("string", "integer", "boolean").contains(type)) {
                wrong.add(address + " " + parameter);
            }
        }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyBodyAndAnswerHasATypeAndASchema() {
        List<String> wrong = new ArrayList<>();
        operations((address, operation) -> {
            check(address + " body", operation.at("/requestBody/content"), wrong);
            operation.path("responses").forEachEntry((status, answer) -> {
                JsonNode content = resolved(answer).path("content");
                check(address + " " + status, content, wrong);
                if (status.startsWith("4") && !content.has("application/problem+json")) {
                    wrong.add(address + " " + status + " is no problem");
                }
            });
        });
        assertThat(wrong).isEmpty();
    }

    private static void check(String where, JsonNode content, List<String> wrong) {
        content.forEachEntry((type, body) -> {
            JsonNode schema = body.path("schema");
            if (type.equals("*/*") || schema.isEmpty() || schema.has("oneOf")) {
                wrong.add(where + " " + type + " " + body);
            }
        });
    }

    @Test
    void theAnswerToSignalsIsOfOneOrOfABatch() {
        List<String> both = new ArrayList<>(fields("SignalResult"));
        both.addAll(fields("SignalResults"));
        assertThat(fields("SignalAnswer")).containsExactlyElementsOf(both);
    }

    private static List<String> fields(String schema) {
        return List.copyOf(
                document.at("/components/schemas/" + schema + "/properties").propertyNames());
    }

    @Test
    void lengthsOfTimeNameTheirUnit() {
        Set<String> wrong = new TreeSet<>();
        document.at("/components/schemas")
                .forEachEntry((schema, shape) -> shape.path("properties").forEachEntry((field, property) -> {
                    if (property.path("format").asString("").equals("duration")
                            || property.toString().toLowerCase(Locale.ROOT).contains("millisecond")) {
                        wrong.add(schema + "." + field);
                    }
                }));
        assertThat(wrong).isEmpty();
    }

    /** A program that knows a value from an answer knows it in an event too, and the other way round. */
    @Test
    void closedListsHaveTheSameWordsInEventsAsInAnswers() {
        Set<List<String>> answers = new HashSet<>();
        TreeMap<String, List<String>> told = new TreeMap<>();
        document.at("/components/schemas").forEachEntry((schema, shape) -> {
            boolean event = events().contains(schema);
            shape.path("properties").forEachEntry((field, property) -> {
                List<String> words = property.path("enum")
                        .valueStream()
                        .filter(word -> !word.isNull())
                        .map(JsonNode::asString)
                        .toList();
                if (event && !field.equals("type") && !words.isEmpty()) {
                    told.put(schema + "." + field, words);
                } else if (!event) {
                    answers.add(words);
                }
            });
        });
        assertThat(told).hasSizeGreaterThan(5).containsKeys("EventAssessment.band", "EventPlanStep.state");
        told.forEach((field, words) -> assertThat(answers).as(field).contains(words));
    }

    private static Set<String> events() {
        return EventSchema.definitions("").keySet();
    }

    @Test
    void noWordIsInTheWritingOfTheCode() {
        Set<String> wrong = new TreeSet<>();
        document.findValues("enum")
                .forEach(words -> words.forEach(word -> {
                    if (!word.isNull() && !word.asString("").matches("S[1-4]|[a-z0-9][-a-z0-9.:_]*|1\\.0")) {
                        wrong.add(word.asString(""));
                    }
                }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void twoTypesNeverShareAName() {
        TypeNameResolver names = new SchemaNames();
        ObjectMapper types = new ObjectMapper();
        names.nameForType(types.constructType(One.class));
        assertThatThrownBy(() -> names.nameForType(types.constructType(Other.class)))
                .hasMessageContaining("Two types of the API are called Same");
    }

    @Schema(name = "Same")
    private record One() {}

    @Schema(name = "Same")
    private record Other() {}

    /** In what the engineers call things, a program finds nothing. */
    @Test
    void schemasAreNamedForWhoReadsThem() {
        assertThat(document.at("/components/schemas").propertyNames())
                .doesNotContain(
                        "SignedIn", "Answer", "Item", "Entry", "Found", "HeardJson", "Shown", "Tried", "Wanted", "Row")
                .contains("Problem", "Escalation", "EscalationRowPage", "InboxMessagePage", "AccountRevision");
    }

    /** A generated client has a method for each field; one that is called like this would not compile. */
    @Test
    void noFieldIsNamedAsAMethodThatEveryObjectHas() {
        document.at("/components/schemas")
                .forEachEntry((schema, shape) -> assertThat(
                                shape.path("properties").propertyNames())
                        .as(schema)
                        .doesNotContain("equals", "hashCode", "toString", "getClass", "notify", "notifyAll", "wait"));
    }

    private static JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    private static void operations(BiConsumer<String, JsonNode> each) {
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (METHODS.contains(method)) {
                        each.accept(method.toUpperCase(Locale.ROOT) + " " + path, operation);
                    }
                }));
    }
}
