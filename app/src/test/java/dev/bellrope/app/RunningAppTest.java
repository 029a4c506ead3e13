package dev.bellrope.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.playbook.Playbook;
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

    @Test
    void whoeverSharesOneFindsNothingOfTheTestBefore() {
        SettableClock before = SettableClock.at("2026-03-06T15:30:00Z");
        int port;
        Playbook old;
        try (RunningApp app = RunningApp.with(before).share()) {
            port = app.port();
            SmallCompany.moveInto(app);
            assertThat(app.get(Directory.class).people()).isNotEmpty();
            old = app.get(Playbooks.class).inForce();
        }
        try (RunningApp app =
                RunningApp.with(SettableClock.at("2026-04-01T10:00:00Z")).share()) {
            before.advance(Duration.ofDays(1));
            assertThat(app.port()).as("it is the same one").isEqualTo(port);
            assertThat(app.get(Clock.class).instant()).isEqualTo(Instant.parse("2026-04-01T10:00:00Z"));
            assertThat(app.get(Directory.class).people()).isEmpty();
            assertThat(app.get(Playbooks.class).list()).isEmpty();
            assertThat(app.get(Playbooks.class).inForce())
                    .as("read anew, though it has the same name")
                    .isNotSameAs(old);
        }
    }
}
