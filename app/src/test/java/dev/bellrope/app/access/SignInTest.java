package dev.bellrope.app.access;

import static dev.bellrope.app.web.PageText.english;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.database.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static final SettableClock CLOCK = SettableClock.at("2026-03-06T15:30:00Z");
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static RunningApp app;

    @BeforeAll
    static void start() {
        app = RunningApp.with(CLOCK).on(DATABASE).share();
        app.get(Users.class)
                .addWithPassword(new Users.NewUser("ana", "Ana", "ana@example.com", "", Role.AGENT), Visitor.PASSWORD);
    }

    @AfterAll
    static void stop() {
        app.close();
        DATABASE.close();
    }

    @BeforeEach
    void letTheThrottleForget() {
        CLOCK.advance(Throttle.FORGOTTEN.plusMinutes(1));
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void leadsToThePageThatWasAskedFor() {
        try (Visitor ana = Visitor.stranger(app)) {
            assertThat(location(ana.get("/my-access"))).isEqualTo("/sign-in");
            assertThat(location(ana.signIn(" ANA ", Visitor.PASSWORD))).contains("/my-access");
            assertThat(ana.get("/my-access").body()).contains("Europe/Prague");
        }
    }

    @Test
    void aWrongNameLooksLikeAWrongPassword() {
        try (Visitor guesser = Visitor.stranger(app)) {
            assertThat(location(guesser.signIn("ana", "wrong password"))).isEqualTo("/sign-in?refused");
            assertThat(location(guesser.signIn("nobody", "wrong password"))).isEqualTo("/sign-in?refused");
            assertThat(guesser.get("/sign-in?refused").body()).contains("do not fit together");
        }
    }

    @Test
    void fiveFailuresForANameMakeTheNextWaitLongerEachTimeWhetherOrNotTheNameExists() {
        for (String name : List.of("ana", "nobody")) {
            try (Visitor guesser = Visitor.stranger(app)) {
                for (int attempt = 0; attempt < 5; attempt++) {
                    assertThat(location(guesser.signIn(name, "wrong"))).isEqualTo("/sign-in?refused");
                }
                assertThat(location(guesser.signIn(name, Visitor.PASSWORD))).isEqualTo("/sign-in?wait=15");
                CLOCK.advance(Duration.ofSeconds(15));
                assertThat(location(guesser.signIn(name, "wrong"))).isEqualTo("/sign-in?refused");
                assertThat(location(guesser.signIn(name, Visitor.PASSWORD))).isEqualTo("/sign-in?wait=30");
            }
        }
        assertThat(app.client()
                        .sql("select count(*) from sign_in_failures where subject = 'name:nobody'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void twentyFailuresFromAnAddressMakeItWaitForEveryName() {
        try (Visitor guesser = Visitor.stranger(app)) {
            for (int attempt = 0; attempt < 20; attempt++) {
                guesser.signIn("name" + attempt, "wrong");
            }
            assertThat(location(guesser.signIn("ana", Visitor.PASSWORD))).isEqualTo("/sign-in?wait=15");
        }
    }

    @Test
    void aFormFromAnotherSiteIsRefused() {
        try (Visitor victim = Visitor.stranger(app)) {
            Map<String, String> form = Map.of("name", "ana", "password", Visitor.PASSWORD);
            assertThat(victim.submitForged("/sign-in", form).statusCode()).isEqualTo(403);
            victim.signIn("ana", Visitor.PASSWORD);
            assertThat(victim.submitForged("/my-access/password", Map.of("present", "a", "password", "b"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(victim.submitForged("/sign-out", Map.of()).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void theSessionGetsANewId() {
        try (Visitor ana = Visitor.stranger(app)) {
            String before =
                    ana.get("/sign-in").headers().firstValue("Set-Cookie").orElse("");
            String after = ana.signIn("ana", Visitor.PASSWORD)
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElse("");
            assertThat(before).startsWith("BELLROPE_SESSION=");
            assertThat(after).startsWith("BELLROPE_SESSION=");
            assertThat(after.split(";", -1)[0]).isNotEqualTo(before.split(";", -1)[0]);
        }
    }

    @Test
    void anotherNodeKnowsTheSession() {
        try (Visitor ana = Visitor.stranger(app);
                RunningApp other =
                        RunningApp.with(Clock.systemUTC()).on(DATABASE).share()) {
            ana.signIn("ana", Visitor.PASSWORD);
            assertThat(ana.get(other.url("/my-access").toString()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void signingOutEndsTheSession() {
        try (Visitor ana = Visitor.stranger(app)) {
            ana.signIn("ana", Visitor.PASSWORD);
            assertThat(location(ana.submit("/sign-out", Map.of()))).isEqualTo("/sign-in?out");
            assertThat(location(ana.get("/my-access"))).isEqualTo("/sign-in");
        }
    }

    @Test
    void aNewPasswordClosesEveryOtherSession() {
        try (Visitor here = Visitor.signedIn(app, Role.AGENT)) {
            Visitor there = Visitor.stranger(app);
            there.signIn("agent" + suffix(here), Visitor.PASSWORD);
            assertThat(there.get("/my-access").statusCode()).isEqualTo(200);
            assertThat(here.submit("/my-access/password", Map.of("present", "guess", "password", "another long rope"))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(location(here.submit(
                            "/my-access/password",
                            Map.of("present", Visitor.PASSWORD, "password", "another long rope"))))
                    .isEqualTo("/my-access");
            assertThat(here.get("/my-access").body()).contains("You were signed out everywhere else");
            assertThat(location(there.get("/my-access"))).isEqualTo("/sign-in");
            there.close();
        }
    }

    private static String suffix(Visitor visitor) {
        return visitor.get("/my-access").body().replaceAll("(?s).*<dd>agent(\\d+)</dd>.*", "$1");
    }

    @Test
    void aPageOfHtmxThatLostItsSessionIsSentToSignIn() {
        try (Visitor stranger = Visitor.stranger(app)) {
            HttpResponse<String> answer =
                    stranger.send("GET", "/escalations", BodyPublishers.noBody(), "HX-Request", "true");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("HX-Redirect")).hasValue("/sign-in");
        }
    }

    @Test
    void withoutADemoNobodySignsInWithOneClick() {
        try (Visitor stranger = Visitor.stranger(app)) {
            assertThat(stranger.get("/sign-in").body()).doesNotContain(english("access.demo"));
            assertThat(stranger.submit("/demo-sign-in", Map.of("name", "ana")).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void whatPagesLoadIsThereAndCachedForEver() {
        try (Visitor stranger = Visitor.stranger(app)) {
            Matcher files = Pattern.compile("(?:src|href)=\"(/(?:assets|webjars)/[^\"]+)\"")
                    .matcher(stranger.get("/sign-in").body());
            int found = 0;
            while (files.find()) {
                HttpResponse<String> file = stranger.get(files.group(1));
                assertThat(file.statusCode()).as(files.group(1)).isEqualTo(200);
                assertThat(file.headers().firstValue("Cache-Control").orElse(""))
                        .contains("max-age=31536000", "immutable");
                found++;
            }
            assertThat(found).isEqualTo(6);
        }
    }
}
