package dev.bellrope.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FirstAdministratorTest {
    private static Map<String, String> form(String token, String password) {
        return Map.of(
                "token", token, "name", "Ana", "signInName", "ana", "email", "ana@example.com", "password", password);
    }

    private static String token(RunningApp app) {
        String link = app.get(FirstAdministrator.class).link();
        return URI.create(link).getQuery().substring("token=".length());
    }

    @Test
    void theLinkThatIsPrintedAdmitsOnePersonOnce() {
        try (RunningApp app = RunningApp.start();
                Visitor ana = Visitor.stranger(app);
                Visitor late = Visitor.stranger(app)) {
            String link = app.get(FirstAdministrator.class).link();
            String token = token(app);
            assertThat(ana.get(link).statusCode()).isEqualTo(200);

            HttpResponse<String> weak = ana.submit("/first-administrator", form(token, "short"));
            assertThat(weak.statusCode()).isEqualTo(422);
            assertThat(weak.body()).contains("at least 12 characters").contains("value=\"ana@example.com\"");

            HttpResponse<String> became = ana.submit("/first-administrator", form(token, Visitor.PASSWORD));
            assertThat(became.statusCode()).isEqualTo(302);
            assertThat(became.headers().firstValue("Location")).hasValue("/settings/users");

            assertThat(late.get("/first-administrator?token=" + token).statusCode())
                    .isEqualTo(404);
            assertThat(late.submit("/first-administrator", form(token, Visitor.PASSWORD))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(late.signIn("ana", Visitor.PASSWORD).headers().firstValue("Location"))
                    .hasValue("/");
        }
    }

    @Test
    void theLinkIsGoodForADay() {
        SettableClock clock = SettableClock.at("2026-03-06T15:30:00Z");
        try (RunningApp app = RunningApp.with(clock).start();
                Visitor ana = Visitor.stranger(app)) {
            String token = token(app);
            clock.advance(Duration.ofHours(24));
            assertThat(ana.get("/first-administrator?token=" + token).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aGuessedLinkAdmitsNobody() {
        try (RunningApp app = RunningApp.start();
                Visitor guesser = Visitor.stranger(app)) {
            assertThat(guesser.get("/first-administrator?token=guess").statusCode())
                    .isEqualTo(404);
            assertThat(guesser.get("/first-administrator").statusCode()).isEqualTo(404);
        }
    }
}
