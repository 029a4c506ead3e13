package dev.bellrope.app.intake;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.database.TestDatabase;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running application with a directory of two accounts and a handler that writes down what it hears. */
final class IntakeApp implements AutoCloseable {
    static final String EVENT = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";

    private static final JsonMapper JSON = new JsonMapper();

    final SettableClock clock = SettableClock.at("2026-03-06T15:30:00Z");
    final RunningApp app;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private IntakeApp(Optional<TestDatabase> shared) {
        RunningApp.Start start = RunningApp.with(clock).setting(HandWrittenWorld.SETTING, "true");
        app = shared.map(start::on).orElse(start).share();
    }

    static IntakeApp start() {
        return new IntakeApp(Optional.empty());
    }

    /** Another node on a database. */
    static IntakeApp on(TestDatabase shared) {
        return new IntakeApp(Optional.of(shared));
    }

    HandWrittenWorld world() {
        return app.get(HandWrittenWorld.class);
    }

    /** An answer, with its body as JSON. */
    record Answer(int status, JsonNode body) {
        String text(String pointer) {
            return body.at(pointer).asString();
        }
    }

    Answer post(String path, String type, String body, String... headers) {
        return post(path, type, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer post(String path, String type, byte[] body, String... headers) {
        return send("POST", path, type, body, headers);
    }

    Answer put(String path, String body) {
        return send("PUT", path, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    Answer delete(String path) {
        return send("DELETE", path, "application/json", new byte[0]);
    }

    Answer get(String path) {
        return send("GET", path, "application/json", new byte[0]);
    }

    private Answer send(String method, String path, String type, byte[] body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(app.url(path)).method(method, BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = exchange(request.build());
        return new Answer(answer.statusCode(), JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body()));
    }

    String page(String path) {
        return exchange(HttpRequest.newBuilder(app.url(path)).build()).body();
    }

    HttpResponse<String> form(String path, String form) {
        return exchange(HttpRequest.newBuilder(app.url(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() {
        http.close();
        app.close();
    }
}
