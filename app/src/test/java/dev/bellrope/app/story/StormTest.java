package dev.bellrope.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Tokens;
import dev.bellrope.app.database.TestDatabase;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Everything that one customer has calls at once. */
@Tag("long")
class StormTest {
    private static final int ALERTS = 1_000;
    private static final int TICKETS = 500;
    private static final int CONNECTIONS = 8;
    private static final Duration BOUND = Duration.ofMinutes(2);

    private final SettableClock clock = SettableClock.at("2026-03-06T12:00:00Z");

    @Test
    void T66_T70_T71_twoThousandSignalsOfOneAccountAreOneEscalationAndAHandfulOfMails() throws Exception {
        try (TestDatabase database = TestDatabase.create();
                PostOffice post = new PostOffice(0);
                RunningApp app =
                        RunningApp.with(clock).on(database).smtp(post.url()).start()) {
            SmallCompany.moveInto(app);
            String token =
                    app.get(Tokens.class).issue("storm", Role.AGENT, Set.of(Scope.SIGNALS_WRITE), Optional.empty());
            List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
            try (HttpClient http = HttpClient.newHttpClient()) {
                for (int batch = 0; batch < ALERTS / 100; batch++) {
                    String events = IntStream.range(batch * 100, batch * 100 + 100)
                            .mapToObj(StormTest::alert)
                            .collect(Collectors.joining(",", "[", "]"));
                    calls.add(() -> send(http, app, token, "application/cloudevents-batch+json", events));
                }
                for (int number = 0; number < TICKETS; number++) {
                    String ticket = ticket(number);
                    String message = message(number);
                    calls.add(() -> {
                        HttpResponse<String> opened = send(http, app, token, "application/cloudevents+json", ticket);
                        assertThat(opened.statusCode()).isEqualTo(202);
                        return send(http, app, token, "application/cloudevents+json", message);
                    });
                }
                try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
                    for (Future<HttpResponse<String>> answer : threads.invokeAll(calls)) {
                        assertThat(answer.get().statusCode()).isEqualTo(202);
                        assertThat(answer.get().body()).doesNotContain("refused");
                    }
                }
            }
            assertThat(count(database, "select count(*) from signal where state in ('handled', 'ignored')"))
                    .isEqualTo(ALERTS + 2 * TICKETS);
            assertThat(count(database, "select count(*) from escalation")).isOne();

            // The digests take lines for two minutes, and keep a quarter of an hour between each other.
            for (int minutes = 0; minutes < 20; minutes += 5) {
                allDueIsDone(database);
                clock.advance(Duration.ofMinutes(5));
            }
            allDueIsDone(database);

            List<PostOffice.Letter> letters = post.letters();
            Map<String, Long> byPerson =
                    letters.stream().collect(Collectors.groupingBy(PostOffice.Letter::to, Collectors.counting()));
            System.out.printf(
                    "%d signals: %d escalation, %d events, %d messages, of them %d lines of digests and %d dropped; mails %s%n",
                    ALERTS + 2 * TICKETS,
                    count(database, "select count(*) from escalation"),
                    count(database, "select count(*) from escalation_event"),
                    count(database, "select count(*) from outbox where channel = 'email'"),
                    count(database, "select count(*) from outbox where state = 'digested'"),
                    count(database, "select count(*) from outbox where state = 'dropped'"),
                    byPerson);
            assertThat(letters).extracting(PostOffice.Letter::id).doesNotHaveDuplicates();
            assertThat(byPerson).allSatisfy((person, mails) -> assertThat(mails).isLessThanOrEqualTo(25));
            assertThat(count(database, "select count(*) from outbox where template = 'digest' and state = 'sent'"))
                    .isPositive();
            assertThat(count(database, "select count(*) from outbox where state in ('dead', 'held')"))
                    .isZero();
        }
    }

    /** No clock is left that is to strike by now, and then no message that is to go out by now. */
    private void allDueIsDone(TestDatabase database) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Until.isTrue(
                "all that is due has struck",
                BOUND,
                () -> database.client()
                                .sql("select count(*) from alarm where at <= ?")
                                .param(now)
                                .query(Integer.class)
                                .single()
                        == 0);
        Until.isTrue(
                "all that is due is said",
                BOUND,
                () -> database.client()
                                .sql(
                                        "select count(*) from outbox where state in ('waiting', 'gathering') and due_at <= ?")
                                .param(now)
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    private static HttpResponse<String> send(HttpClient http, RunningApp app, String token, String type, String body)
            throws Exception {
        return http.send(
                HttpRequest.newBuilder(app.url("/api/v1/signals"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String alert(int number) {
        return """
                {"specversion": "1.0", "id": "alert-%d", "source": "monitor", "type": "slo.missed",
                 "data": {"account": "acme", "title": "Nobody can pay", "share_of_users": 0.9}}""".formatted(number);
    }

    private static String ticket(int number) {
        return """
                {"specversion": "1.0", "id": "ticket-%d", "source": "desk", "type": "ticket.opened", "subject": "T-%d",
                 "account": "acme",
                 "data": {"summary": "It is down", "priority": "urgent", "product": "api", "tags": ["payments"]}}""".formatted(number, number);
    }

    private static String message(int number) {
        return """
                {"specversion": "1.0", "id": "message-%d", "source": "desk", "type": "ticket.customer-message",
                 "subject": "T-%d", "account": "acme", "data": {"summary": "Is anybody there? (%d)"}}""".formatted(number, number, number);
    }

    private static int count(TestDatabase database, String sql) {
        return database.client().sql(sql).query(Integer.class).single();
    }
}
