package dev.bellrope.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepeatedRequestsTest {
    private static final String ECHO = "/api/v1/signals/echo";
    private static final SettableClock CLOCK = SettableClock.at("2026-03-06T15:30:00Z");
    private static RunningApp app;
    private static Visitor program;

    @BeforeAll
    static void start() {
        app = RunningApp.with(CLOCK).setting("test.echo", "yes").share();
        program = Visitor.withToken(app, Scope.SIGNALS_WRITE);
    }

    @AfterAll
    static void stop() {
        program.close();
        app.close();
    }

    @BeforeEach
    void zero() {
        EchoController.CREATED.set(0);
        EchoController.leave = new CountDownLatch(0);
    }

    private static HttpResponse<String> post(String key, String title) {
        return program.post(ECHO, "{\"title\":\"" + title + "\"}", "Idempotency-Key", key);
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndCreatesNothing() {
        HttpResponse<String> first = post("one", "a");
        HttpResponse<String> second = post("one", "a");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(second.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(EchoController.CREATED).hasValue(1);
    }

    @Test
    void anotherBodyWithTheSameKeyIsRefused() {
        post("two", "a");
        HttpResponse<String> other = post("two", "b");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("Take a new key");
        assertThat(EchoController.CREATED).hasValue(1);
    }

    @Test
    void aCallThatFailedMayBeCorrectedUnderTheSameKey() {
        assertThat(program.post(ECHO, "{\"titel\":1}", "Idempotency-Key", "three")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("three", "a").statusCode()).isEqualTo(201);
    }

    @Test
    void whileTheFirstIsAtWorkTheSecondMustWait() throws Exception {
        EchoController.entered = new CountDownLatch(1);
        EchoController.leave = new CountDownLatch(1);
        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> post("four", "a"));
        assertThat(EchoController.entered.await(30, TimeUnit.SECONDS)).isTrue();
        HttpResponse<String> second = post("four", "a");
        EchoController.leave.countDown();
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(first.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        assertThat(EchoController.CREATED).hasValue(1);
    }

    @Test
    void eachCallerHasKeysOfItsOwn() {
        post("five", "a");
        try (Visitor other = Visitor.withToken(app, Scope.SIGNALS_WRITE)) {
            assertThat(other.post(ECHO, "{\"title\":\"b\"}", "Idempotency-Key", "five")
                            .statusCode())
                    .isEqualTo(201);
        }
        assertThat(EchoController.CREATED).hasValue(2);
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        post("six", "a");
        CLOCK.advance(Duration.ofHours(25));
        assertThat(post("six", "b").statusCode()).isEqualTo(201);
    }

    @Test
    void aKeyMustBePrintable() {
        assertThat(post("a b", "a").statusCode()).isEqualTo(400);
        assertThat(post("x".repeat(201), "a").statusCode()).isEqualTo(400);
    }
}
