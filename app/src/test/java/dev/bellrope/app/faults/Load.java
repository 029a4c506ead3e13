package dev.bellrope.app.faults;

import dev.bellrope.app.faults.Book.Answer;
import dev.bellrope.app.faults.Book.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sources and people that use Bellrope at once, in an order that the seed gives. Each repeats a request, unchanged and at any node,
 * until it is answered, as a good client does.
 */
final class Load implements AutoCloseable {
    static final int ACCOUNTS = 24;
    private static final String EVENT = "application/cloudevents+json";
    private static final String JSON = "application/json";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern KEY = Pattern.compile("ESC-\\d+");

    private final Cluster cluster;
    private final Book book;
    private final String token;
    private final int workers;
    private final Duration pace;
    private final long seed;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private volatile boolean running = true;
    private volatile Instant last = Instant.MAX;

    /**
     * Nobody at work yet.
     *
     * @param pace how long a worker rests after a request, on average
     */
    Load(Cluster cluster, Book book, String token, int workers, Duration pace, long seed) {
        this.cluster = cluster;
        this.book = book;
        this.token = token;
        this.workers = workers;
        this.pace = pace;
        this.seed = seed;
    }

    void start() {
        for (int worker = 0; worker < workers; worker++) {
            String name = "w" + worker;
            Random random = new Random(seed * 31 + worker);
            threads.execute(() -> work(name, random));
        }
    }

    /** Begins nothing new; what was begun is repeated for that long. */
    void finish(Duration grace) throws InterruptedException {
        last = Instant.now().plus(grace);
        running = false;
        threads.shutdown();
        if (!threads.awaitTermination(grace.plus(PATIENCE).toSeconds() + 5, TimeUnit.SECONDS)) {
            throw new AssertionError("the load does not end");
        }
    }

    private void work(String name, Random random) {
        List<String> sent = new ArrayList<>();
        try {
            for (int number = 0; running; number++) {
                String id = name + "-" + number;
                int dice = random.nextInt(100);
                if (dice < 40) {
                    hear(random, id, outage(id, random));
                } else if (dice < 60) {
                    sent.add(hear(random, id, ticket(id, random)));
                } else if (dice < 65 && !sent.isEmpty()) {
                    book.repeated();
                    hear(random, "", sent.get(random.nextInt(sent.size())));
                } else if (dice < 70) {
                    declare(random, id);
                } else if (dice < 92) {
                    escalation(random).ifPresent(key -> note(random, id, key));
                } else {
                    escalation(random).ifPresent(key -> conclude(random, key));
                }
                Thread.sleep(random.nextLong(2 * pace.toMillis()));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> escalation(Random random) {
        List<String> known = List.copyOf(book.escalations());
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(random.nextInt(known.size())));
    }

    private static String outage(String id, Random random) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "load", "type": "slo.missed",
                 "data": {"account": "account%d", "title": "Nobody can pay", "share_of_users": 0.9}}""".formatted(id, random.nextInt(ACCOUNTS));
    }

    private static String ticket(String id, Random random) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "load", "type": "ticket.opened", "subject": "t-%s", "account": "account%d",
                 "data": {"summary": "It is down", "priority": "urgent", "product": "api", "tags": ["payments"]}}""".formatted(id, id, random.nextInt(ACCOUNTS));
    }

    /** An empty id repeats one that is in the book already. */
    private String hear(Random random, String id, String body) {
        HttpResponse<String> answer = insist(random, "/api/v1/signals", EVENT, "", body);
        if (!id.isEmpty()) {
            book.answered(Kind.SIGNAL, id, judged(answer));
        }
        if (answer != null) {
            Matcher key = KEY.matcher(answer.body());
            while (key.find()) {
                book.heardOf(key.group());
            }
        }
        return body;
    }

    private void declare(Random random, String id) {
        String title = "declared " + id;
        HttpResponse<String> answer = insist(
                random, "/api/v1/escalations", JSON, "declare-" + id, """
                {"account": "account%d", "title": "%s", "impact": "business_stopped", "urgency": "now"}""".formatted(random.nextInt(ACCOUNTS), title));
        book.answered(Kind.DECLARATION, title, judged(answer));
        if (answer != null && answer.statusCode() == 201) {
            Matcher key = KEY.matcher(answer.headers().firstValue("Location").orElse(""));
            if (key.find()) {
                book.heardOf(key.group());
            }
        }
    }

    private void note(Random random, String id, String key) {
        String text = "note " + id;
        book.answered(
                Kind.NOTE,
                text,
                judged(insist(
                        random,
                        "/api/v1/escalations/" + key + "/notes",
                        JSON,
                        "note-" + id,
                        "{\"text\": \"" + text + "\"}")));
    }

    /** Closes those, now that nothing goes wrong any more. */
    void concludeAll(List<String> keys) {
        last = Instant.now().plus(PATIENCE.multipliedBy(6));
        Random random = new Random(seed);
        keys.forEach(key -> conclude(random, key));
    }

    /** Resolves it and closes it, whatever state it is in; what is refused is refused. */
    private void conclude(Random random, String key) {
        String address = "/api/v1/escalations/" + key;
        insist(random, address + "/acknowledgement", JSON, "", "{}");
        insist(random, address + "/resolution", JSON, "", "{\"summary\": \"It is repaired.\"}");
        insist(random, address + "/criterion-confirmations", JSON, "", """
                {"criterion": "customer-confirms", "evidence": "They wrote so"}""");
        HttpResponse<String> answer = insist(random, address + "/closing", JSON, "", "{\"note\": \"Done\"}");
        book.answered(Kind.CLOSING, key, judged(answer));
    }

    private static Answer judged(@Nullable HttpResponse<String> answer) {
        return answer == null ? Answer.UNKNOWN : answer.statusCode() < 300 ? Answer.ACCEPTED : Answer.REFUSED;
    }

    /** Sends it again and again until it is answered; null: it never was. */
    private @Nullable HttpResponse<String> insist(
            Random random, String path, String type, String idempotencyKey, String body) {
        try {
            while (Instant.now().isBefore(last)) {
                OptionalInt port = cluster.findPort(random);
                if (port.isPresent()) {
                    book.attempted();
                    HttpResponse<String> answer = send(port.getAsInt(), path, type, idempotencyKey, body);
                    if (answer != null && isAnAnswer(answer)) {
                        return answer;
                    }
                    if (answer != null) {
                        book.failed(String.valueOf(answer.statusCode()));
                    }
                }
                Thread.sleep(100 + random.nextLong(400));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    /** Not when it asks to come again. */
    private static boolean isAnAnswer(HttpResponse<String> answer) {
        return answer.statusCode() < 500
                && !(answer.statusCode() == 409
                        && answer.headers().firstValue("Retry-After").isPresent());
    }

    private @Nullable HttpResponse<String> send(int port, String path, String type, String idempotencyKey, String body)
            throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        if (!idempotencyKey.isEmpty()) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException gone) {
            book.failed(gone.getClass().getSimpleName());
            return null;
        }
    }

    @Override
    public void close() {
        running = false;
        last = Instant.MIN;
        threads.shutdownNow();
        http.shutdownNow();
    }
}
