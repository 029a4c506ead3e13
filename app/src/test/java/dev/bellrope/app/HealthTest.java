package dev.bellrope.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Visitor;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class HealthTest {
    @Test
    void probesReadHealthWithoutALoginAndMetricsAreForThoseWhoMayRead() throws Exception {
        try (RunningApp app = RunningApp.start();
                HttpClient http = HttpClient.newHttpClient()) {
            assertThat(get(http, app, "/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(get(http, app, "/actuator/health").body()).contains("UP").doesNotContain("PostgreSQL");
            assertThat(get(http, app, "/actuator/prometheus").statusCode()).isEqualTo(401);
            try (Visitor reader = Visitor.withToken(app, Scope.READ)) {
                assertThat(reader.get("/actuator/prometheus").body())
                        .contains("hikaricp_connections_active", "bellrope_strike_lateness");
            }
        }
    }

    @Test
    void isNotReadyWithoutADatabaseButAlive() throws Exception {
        try (RunningApp app = RunningApp.start();
                HttpClient http = HttpClient.newHttpClient()) {
            app.database().close();
            assertThat(get(http, app, "/actuator/health/readiness").statusCode())
                    .isEqualTo(503);
            assertThat(get(http, app, "/actuator/health/liveness").statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> get(HttpClient http, RunningApp app, String path)
            throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(app.url(path)).build(), BodyHandlers.ofString());
    }
}
