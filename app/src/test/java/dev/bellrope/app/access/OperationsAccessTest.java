package dev.bellrope.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program is told that brings no token, or one whose scopes are too few: for every operation of the API's document. */
class OperationsAccessTest {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static RunningApp app;
    private static Visitor stranger;
    private static JsonNode paths;

    @BeforeAll
    static void start() {
        app = RunningApp.start();
        stranger = Visitor.stranger(app);
        paths = JsonMapper.shared()
                .readTree(stranger.get("/api/v1/openapi.json").body())
                .path("paths");
    }

    @AfterAll
    static void stop() {
        stranger.close();
        app.close();
    }

    @Test
    void withoutATokenEveryMethodOfEveryAddressSaysSo() {
        List<String> wrong = new ArrayList<>();
        for (String path : paths.propertyNames()) {
            for (String method : METHODS) {
                int status = stranger.call(method, sample(path), "{}").statusCode();
                if (status != 401) {
                    wrong.add(method + " " + path + ": " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void withTooFewScopesTheMissingOneIsNamed() {
        Map<Scope, Visitor> without = new EnumMap<>(Scope.class);
        for (Scope scope : Scope.values()) {
            without.put(
                    scope,
                    Visitor.withToken(
                            app,
                            Arrays.stream(Scope.values())
                                    .filter(other -> other != scope)
                                    .toArray(Scope[]::new)));
        }
        List<String> wrong = new ArrayList<>();
        paths.forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
            Scope scope = Scope.of(operation.path("x-scope").asString());
            HttpResponse<String> answer = Objects.requireNonNull(without.get(scope))
                    .call(method.toUpperCase(Locale.ROOT), sample(path), "{}");
            if (answer.statusCode() != 403 || !answer.body().contains("This needs the scope " + scope.word() + ".")) {
                wrong.add(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
        }));
        without.values().forEach(Visitor::close);
        assertThat(wrong).isEmpty();
    }

    private static String sample(String path) {
        return path.replaceAll("\\{[^}]*}", "1");
    }
}
