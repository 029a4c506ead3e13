package dev.bellrope.app.intake;

import static dev.bellrope.app.intake.IntakeApp.BATCH;
import static dev.bellrope.app.intake.IntakeApp.EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.database.TestDatabase;
import dev.bellrope.app.intake.IntakeApp.Answer;
import dev.bellrope.core.signal.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OnceTest {
    private static final String SIGNALS = "/api/v1/signals";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static IntakeApp intake;

    /** Each test speaks as a source of its own, so that they can share one application. */
    private final String source = "desk-" + NUMBER.incrementAndGet();

    @BeforeAll
    static void start() {
        intake = IntakeApp.start();
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    private List<Signal> handed() {
        return intake.world().handed.stream()
                .filter(signal -> signal.source().equals(source))
                .toList();
    }

    private int count(String state) {
        int count = 0;
        for (JsonNode item :
                intake.get(SIGNALS + "?limit=200&state=" + state).body().at("/items")) {
            count += item.at("/source").asString().equals(source) ? 1 : 0;
        }
        return count;
    }

    private String event(String id, String more) {
        return """
                {"specversion":"1.0","id":"%s","source":"%s","type":"ticket.opened"%s}""".formatted(id, source, more);
    }

    @Test
    void T77_whatIsDeliveredAgainInAnyOrderIsHandledOnce() {
        String acme = ",\"account\":\"ACME\"";
        for (String ids : List.of("3 1 2", "1 2 3", "2 2 3", "3 3 1")) {
            for (String id : ids.split(" ", -1)) {
                assertThat(intake.post(SIGNALS, EVENT, event(id, acme)).status())
                        .isEqualTo(202);
            }
        }
        assertThat(handed()).extracting(Signal::id).containsExactly("3", "1", "2");
        assertThat(intake.post(SIGNALS, EVENT, event("1", ",\"account\":\"GLOBEX\""))
                        .text("/status"))
                .isEqualTo("duplicate");
    }

    @Test
    void T77_twoNodesThatHearTheSameAtOnceHandleItOnce() throws Exception {
        try (TestDatabase database = TestDatabase.create();
                IntakeApp one = IntakeApp.on(database);
                IntakeApp two = IntakeApp.on(database);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int many = 20;
            CountDownLatch go = new CountDownLatch(1);
            List<Future<Answer>> answers = new ArrayList<>();
            for (int number = 0; number < many; number++) {
                String event = event("same-" + number, ",\"account\":\"ACME\"");
                for (IntakeApp node : List.of(one, two, one, two)) {
                    answers.add(threads.submit(() -> {
                        go.await();
                        return node.post(SIGNALS, EVENT, event);
                    }));
                }
            }
            go.countDown();
            int accepted = 0;
            for (Future<Answer> answer : answers) {
                Answer got = answer.get(60, TimeUnit.SECONDS);
                assertThat(got.status()).isEqualTo(202);
                accepted += got.text("/status").equals("accepted") ? 1 : 0;
            }
            assertThat(accepted).isEqualTo(many);
            assertThat(Stream.of(one, two)
                            .flatMap(node -> node.world().handed.stream())
                            .map(Signal::id))
                    .hasSize(many)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void T77_batchesOfTheSameInOtherOrdersAreHandledOnceAndNobodyWaitsForever() throws Exception {
        try (TestDatabase database = TestDatabase.create();
                IntakeApp one = IntakeApp.on(database);
                IntakeApp two = IntakeApp.on(database);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int many = 150;
            List<String> events = new ArrayList<>();
            for (int number = 0; number < many; number++) {
                events.add(event("same-" + number, ",\"account\":\"" + (number % 2 == 0 ? "ACME" : "GLOBEX") + "\""));
            }
            List<Future<Answer>> answers = new ArrayList<>();
            for (IntakeApp node : List.of(one, two, one, two)) {
                Collections.reverse(events);
                String batch = "[" + String.join(",", events) + "]";
                answers.add(threads.submit(() -> node.post(SIGNALS, BATCH, batch)));
            }
            int accepted = 0;
            for (Future<Answer> answer : answers) {
                for (JsonNode result : answer.get(60, TimeUnit.SECONDS).body().at("/results")) {
                    accepted += result.at("/status").asString().equals("accepted") ? 1 : 0;
                }
            }
            assertThat(accepted).isEqualTo(many);
            assertThat(database.client()
                            .sql("select count(*) from signal where state = 'handled'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(many);
        }
    }

    @Test
    void whatABatchSaysOfATicketIsKnownToThoseAfterItInTheBatch() {
        String ticket = ",\"subject\":\"T-77\"";
        Answer answer = intake.post(
                SIGNALS,
                BATCH,
                "["
                        + String.join(
                                ",",
                                event("before", ticket),
                                event("says", ticket + ",\"account\":\"GLOBEX\""),
                                event("after", ticket),
                                event("after", ticket))
                        + "]");
        assertThat(answer.body()
                        .at("/results")
                        .valueStream()
                        .map(result -> result.at("/status").asString()))
                .containsExactly("unmapped", "accepted", "accepted", "duplicate");
        assertThat(handed()).extracting(Signal::account).containsExactly("GLOBEX", "GLOBEX");
    }

    @Test
    void aPoisonIsKeptWithItsErrorAndCanBeTriedAgain() {
        String poison = event("p", ",\"account\":\"ACME\"").replace("ticket.opened", HandWrittenWorld.POISON);
        Answer first = intake.post(SIGNALS, EVENT, poison);
        assertThat(first.status()).isEqualTo(202);
        assertThat(first.text("/status")).isEqualTo("failed");
        assertThat(intake.post(SIGNALS, EVENT, poison).text("/status")).isEqualTo("duplicate");
        String path = SIGNALS + "/" + first.text("/signal");
        assertThat(intake.get(path).text("/error")).contains("cannot take p");
        assertThat(count("failed")).isOne();
        Answer stillPoison = intake.post(path + "/retry", "application/json", "{}");
        assertThat(stillPoison.text("/state")).isEqualTo("failed");
        assertThat(stillPoison.body().at("/attempts").asInt()).isEqualTo(2);
        intake.world().healed = true;
        Answer healed = intake.post(path + "/retry", "application/json", "{}");
        assertThat(healed.text("/state")).isEqualTo("handled");
        assertThat(healed.text("/error")).isEmpty();
        assertThat(handed()).hasSize(1);
        assertThat(intake.post(path + "/retry", "application/json", "{}").status())
                .isEqualTo(409);
    }

    @Test
    void whatWaitsForAnAccountIsHandledInOrderOnceItIsMapped() {
        String key = ",\"account\":\"Acme Inc.\",\"time\":\"2026-03-06T%s:00Z\"";
        intake.post(
                SIGNALS,
                BATCH,
                "[" + event("late", key.formatted("15:20")) + ","
                        + event("early", key.formatted("15:10")) + ","
                        + event("other", ",\"account\":\"Somebody else\"") + "]");
        Answer last = intake.post(SIGNALS, EVENT, event("last", key.formatted("15:25")));
        assertThat(last.text("/status")).isEqualTo("unmapped");
        assertThat(last.text("/why")).contains("Acme Inc.");
        assertThat(handed()).isEmpty();
        String path = SIGNALS + "/" + last.text("/signal") + "/mapping";
        assertThat(intake.post(path, "application/json", "{}").status()).isEqualTo(400);
        assertThat(intake.post(path, "application/json", "{\"account\":\"NOBODY\"}")
                        .status())
                .isEqualTo(422);
        Answer mapped = intake.post(path, "application/json", "{\"account\":\"ACME\"}");
        assertThat(mapped.text("/state")).isEqualTo("handled");
        assertThat(handed()).extracting(Signal::id).containsExactly("early", "late", "last");
        assertThat(handed()).extracting(Signal::account).containsOnly("ACME");
        assertThat(intake.post(path, "application/json", "{\"account\":\"ACME\"}")
                        .status())
                .isEqualTo(409);
        assertThat(intake.post(SIGNALS, EVENT, event("next", ",\"account\":\"Acme Inc.\""))
                        .text("/status"))
                .isEqualTo("accepted");
        assertThat(count("unmapped")).isOne();
    }

    @Test
    void aTicketWhoseSourceNamesNoAccountIsMappedOnce() {
        Answer opened = intake.post(SIGNALS, EVENT, event("o", ",\"subject\":\"T-1\""));
        intake.post(SIGNALS, EVENT, event("c", ",\"subject\":\"T-1\""));
        intake.post(SIGNALS, EVENT, event("x", ",\"subject\":\"T-2\""));
        intake.post(
                SIGNALS + "/" + opened.text("/signal") + "/mapping", "application/json", "{\"account\":\"GLOBEX\"}");
        assertThat(handed()).extracting(Signal::id).containsExactly("o", "c");
        intake.post(SIGNALS, EVENT, event("n", ",\"subject\":\"T-1\""));
        assertThat(handed()).extracting(Signal::id).containsExactly("o", "c", "n");
    }

    @Test
    void theListGoesOnAfterTheLastOne() {
        for (int number = 0; number < 5; number++) {
            intake.post(SIGNALS, EVENT, event("l" + number, ""));
            intake.clock.advance(java.time.Duration.ofSeconds(1));
        }
        List<String> seen = new ArrayList<>();
        String path = SIGNALS + "?state=unmapped&limit=2";
        while (!path.isEmpty()) {
            Answer page = intake.get(path);
            page.body()
                    .at("/items")
                    .forEach(item -> seen.add(item.at("/externalId").asString()));
            path = page.text("/next");
        }
        assertThat(seen).containsSubsequence("l4", "l3", "l2", "l1", "l0");
        assertThat(intake.get(SIGNALS + "?state=lost").status()).isEqualTo(400);
        assertThat(intake.get(SIGNALS + "?limit=0").status()).isEqualTo(400);
        assertThat(intake.get(SIGNALS + "/00000000-0000-7000-8000-000000000000").status())
                .isEqualTo(404);
    }
}
