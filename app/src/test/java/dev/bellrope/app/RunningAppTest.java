package dev.bellrope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunningAppTest {
    @Test
    void startsOnAMigratedDatabaseWithTheGivenClockAndSaysThatItIsHealthy() throws Exception {
        SettableClock clock = SettableClock.at("2026-03-06T15:30:00Z");
        try (RunningApp app = RunningApp.with(clock).start();
                HttpClient http = HttpClient.newHttpClient()) {
            clock.advance(Duration.ofHours(1));
            assertThat(app.get(Clock.class).instant()).isEqualTo(Instant.parse("2026-03-06T16:30:00Z"));
            assertThat(app.client()
                            .sql("select count(*) from installation")
                            .query(Integer.class)
                            .single())
                    .isOne();
            var answer = http.send(
                    HttpRequest.newBuilder(app.url("/actuator/health/readiness"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("UP");
        }
    }
}
