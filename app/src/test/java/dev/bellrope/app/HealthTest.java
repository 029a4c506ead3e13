package dev.bellrope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.database.TestDatabase;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("nodes")
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

    /** All else goes on, so nobody should restart it or send its requests elsewhere. */
    @Test
    void withoutAKafkaThatIsSetItIsReadyAndSaysThatSomethingIsWrong() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (RunningApp app = RunningApp.with(Clock.systemUTC())
                        .kafka("localhost:" + port, "in", "out")
                        .start();
                HttpClient http = HttpClient.newHttpClient()) {
            assertThat(get(http, app, "/actuator/health/readiness").statusCode())
                    .isEqualTo(200);
            assertThat(get(http, app, "/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(get(http, app, "/actuator/health").statusCode()).isEqualTo(503);
        }
    }

    /** The migration waits here for a lock, as a long one would take its time. */
    @Test
    void nobodyAnswersBeforeTheDatabaseIsMigrated() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        URI readiness = URI.create("http://localhost:" + port + "/actuator/health/readiness");
        try (TestDatabase database = TestDatabase.create();
                HttpClient http = HttpClient.newHttpClient()) {
            RunningApp.with(Clock.systemUTC()).on(database).start().close();
            CompletableFuture<RunningApp> starting;
            try (Connection migrating = database.dataSource().getConnection()) {
                migrating.setAutoCommit(false);
                migrating.createStatement().execute("lock table flyway_schema_history in access exclusive mode");
                starting = CompletableFuture.supplyAsync(() -> RunningApp.with(Clock.systemUTC())
                        .on(database)
                        .port(port)
                        .start());
                waitUntilSomebodyWaitsForALock(database);
                assertThatThrownBy(() -> get(http, readiness)).isInstanceOf(ConnectException.class);
                migrating.rollback();
            }
            try (RunningApp app = starting.get(60, TimeUnit.SECONDS)) {
                assertThat(app.port()).isEqualTo(port);
                assertThat(get(http, readiness).statusCode()).isEqualTo(200);
            }
        }
    }

    private static void waitUntilSomebodyWaitsForALock(TestDatabase database) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (database.client().sql("""
                                select count(*) from pg_locks join pg_database on oid = database
                                where not granted and datname = current_database()
                                """).query(Integer.class).single() == 0) {
            assertThat(System.nanoTime()).as("nothing migrates").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static HttpResponse<String> get(HttpClient http, RunningApp app, String path)
            throws IOException, InterruptedException {
        return get(http, app.url(path));
    }

    private static HttpResponse<String> get(HttpClient http, URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
