package dev.bellrope.app.web;

import dev.bellrope.core.playbook.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An address of the API that only these tests have. */
@RestController
@ConditionalOnProperty("test.echo")
@RequestMapping("/api/v1/signals/echo")
class EchoController {
    static final AtomicInteger CREATED = new AtomicInteger();
    static volatile CountDownLatch entered = new CountDownLatch(1);
    static volatile CountDownLatch leave = new CountDownLatch(0);

    private final JdbcClient client;

    EchoController(JdbcClient client) {
        this.client = client;
    }

    record Thing(
            String title,
            Integer count,
            Boolean loud,
            Severity severity,
            Instant at,
            LocalDate day,
            List<String> tags,
            Part part,
            Measure measure) {}

    record Measure(int size) {}

    record Part(UUID id, Map<String, Object> facts) {
        Part {
            if (facts != null && facts.containsKey("forbidden")) {
                throw new IllegalArgumentException("facts may not contain \"forbidden\"");
            }
        }
    }

    @PostMapping
    ResponseEntity<Thing> echo(@RequestBody Thing thing) throws InterruptedException {
        CREATED.incrementAndGet();
        entered.countDown();
        assert leave.await(30, TimeUnit.SECONDS);
        return ResponseEntity.status(HttpStatus.CREATED).eTag("\"7\"").body(thing);
    }

    @GetMapping
    Map<String, Object> read(@RequestParam Instant at) {
        return Map.of("at", at);
    }

    @GetMapping("/list")
    Paging.ListPage<Integer> list(Paging paging) {
        int from = paging.after().map(Integer::parseInt).orElse(0);
        return paging.page(
                IntStream.rangeClosed(from + 1, Math.min(from + paging.rows(), 120))
                        .boxed()
                        .toList(),
                String::valueOf);
    }

    @PostMapping("/failure")
    void fail(@RequestParam String how) {
        switch (how) {
            case "conflict" ->
                throw ProblemException.conflict("It is closed already.").with("allowed", List.of("reopening"));
            case "duplicate" -> throw new DuplicateKeyException("duplicate");
            case "nul" ->
                client.sql("select :text")
                        .param("text", "a\0b")
                        .query(String.class)
                        .single();
            case "overflow" ->
                client.sql("select cast(:number as integer)")
                        .param("number", "99999999999")
                        .query(Integer.class)
                        .single();
            case "bug" -> throw new IllegalStateException("secret inside");
            default -> throw new AssertionError(how);
        }
    }
}
