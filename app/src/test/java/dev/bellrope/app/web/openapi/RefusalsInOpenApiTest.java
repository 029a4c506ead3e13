package dev.bellrope.app.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with a request is told in one form by every operation, and the document describes that form. */
class RefusalsInOpenApiTest {
    /** What these take is not ours to name: a CloudEvent has extensions, and a product sends what it likes. */
    private static final Set<String> OPEN_BODIES = Set.of("sendSignals", "receiveWebhook", "receiveWebhookByName");

    private static final String UNKNOWN = "nonsensical";

    private static RunningApp app;
    private static Visitor program;
    private static JsonNode document;

    @BeforeAll
    static void start() {
        app = RunningApp.start();
        program = Visitor.withToken(app, Scope.values());
        document =
                JsonMapper.shared().readTree(program.get("/api/v1/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        program.close();
        app.close();
    }

    /** One operation of the document. */
    private record DocumentedOperation(String method, String path, JsonNode described) {
        String id() {
            return described.path("operationId").asString();
        }

        /** The schema of its JSON body, if it has one with fields. */
        Optional<JsonNode> body() {
            return Optional.of(described.at("/requestBody/content/application~1json/schema"))
                    .filter(schema -> schema.has("$ref") && !OPEN_BODIES.contains(id()))
                    .map(RefusalsInOpenApiTest::resolved);
        }

        /** A form is read before its parameters are told apart. */
        boolean isForm() {
            return described.at("/requestBody/content").has("multipart/form-data");
        }

        HttpResponse<String> call(String query, String json) {
            String sample = path.replaceAll("\\{id}", "019ccdb6-0000-7000-8000-000000000001")
                    .replaceAll("\\{[^}]*}", "1");
            String type = described.at("/requestBody/content").propertyNames().stream()
                    .findFirst()
                    .orElse("application/json");
            return program.send(method, sample + query, BodyPublishers.ofString(json), "Content-Type", type);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static List<DocumentedOperation> operations() {
        List<DocumentedOperation> all = new ArrayList<>();
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, described) ->
                        all.add(new DocumentedOperation(method.toUpperCase(Locale.ROOT), path, described))));
        return all;
    }

    private static JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    @Test
    void anUnknownParameterIsToldAsAParameterByEveryOperation() {
        for (DocumentedOperation operation : operations()) {
            if (!operation.id().startsWith("receiveWebhook") && !operation.isForm()) {
                JsonNode error = onlyError(operation, operation.call("?" + UNKNOWN + "=1", "{}"));
                assertThat(error.path("parameter").asString())
                        .as("%s", operation)
                        .isEqualTo(UNKNOWN);
            }
        }
    }

    @Test
    void anUnknownFieldIsToldByItsPointerAndWithTheNearestByEveryOperation() {
        int bodies = 0;
        for (DocumentedOperation operation : operations()) {
            Optional<JsonNode> body = operation.body();
            if (body.isEmpty()) {
                continue;
            }
            bodies++;
            Optional<String> field = body.get().path("properties").propertyNames().stream()
                    .filter(name -> name.length() > 3)
                    .findFirst();
            String written = field.map(name -> name + "x").orElse(UNKNOWN);
            JsonNode error = onlyError(operation, operation.call("", "{\"%s\": \"1\"}".formatted(written)));
            assertThat(error.path("pointer").asString()).as("%s", operation).isEqualTo("/" + written);
            field.ifPresent(name -> assertThat(error.path("detail").asString())
                    .as("%s", operation)
                    .contains("Did you mean \"" + name + "\"? Known: "));
        }
        assertThat(bodies).isGreaterThan(30);
    }

    private static JsonNode onlyError(DocumentedOperation operation, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s: %s", operation, answer.body()).isEqualTo(400);
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(fields("Problem")).as("%s", operation).containsAll(withoutMore(problem));
        assertThat(problem.path("errors").size())
                .as("%s: %s", operation, problem)
                .isOne();
        JsonNode error = problem.at("/errors/0");
        assertThat(fields("ProblemError")).as("%s", operation).containsAll(error.propertyNames());
        return error;
    }

    /** A problem may have members of its own beside those of every problem. */
    private static Set<String> withoutMore(JsonNode problem) {
        return problem.propertyNames().stream()
                .filter(member -> !member.equals("accepted"))
                .collect(Collectors.toSet());
    }

    private static Set<String> fields(String schema) {
        return Set.copyOf(
                document.at("/components/schemas/" + schema + "/properties").propertyNames());
    }

    @Test
    void theDocumentSaysWhatEachWayToNameAPlaceIsFor() {
        JsonNode places = document.at("/components/schemas/ProblemError/properties");
        assertThat(places.propertyNames())
                .containsExactlyInAnyOrder("pointer", "parameter", "line", "column", "detail");
        places.forEachEntry((name, place) ->
                assertThat(place.path("description").asString("")).as(name).isNotEmpty());
    }
}
