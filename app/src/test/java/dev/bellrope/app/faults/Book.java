package dev.bellrope.app.faults;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the load asked for and what was promised to it, kept outside of Bellrope: the referee believes nothing else. */
final class Book {
    /** What became of one request, over all its attempts. */
    enum Answer {
        /** 2xx: it must have happened exactly once. */
        ACCEPTED,
        /** 4xx, with a reason: it must not have happened. */
        REFUSED,
        /** No answer until the end: it may have happened, once at most. */
        UNKNOWN
    }

    /** Signals by their id, escalations by their title, notes by their text. */
    enum Kind {
        SIGNAL,
        DECLARATION,
        NOTE,
        CLOSING
    }

    private final Map<Kind, Map<String, Answer>> answers = new ConcurrentHashMap<>();
    private final Set<String> escalations = ConcurrentHashMap.newKeySet();
    private final AtomicInteger attempts = new AtomicInteger();
    private final Map<String, Integer> failures = new ConcurrentSkipListMap<>();
    private final AtomicInteger repeats = new AtomicInteger();

    Book() {
        for (Kind kind : Kind.values()) {
            answers.put(kind, new ConcurrentHashMap<>());
        }
    }

    void answered(Kind kind, String what, Answer answer) {
        Map<String, Answer> kept = answers.getOrDefault(kind, Map.of());
        // Once accepted, a repetition may be answered as it likes.
        kept.merge(what, answer, (before, now) -> before == Answer.ACCEPTED ? before : now);
    }

    void attempted() {
        attempts.incrementAndGet();
    }

    /** With a status, or what went wrong instead of an answer. */
    void failed(String how) {
        failures.merge(how, 1, Integer::sum);
    }

    void repeated() {
        repeats.incrementAndGet();
    }

    void heardOf(String escalation) {
        escalations.add(escalation);
    }

    Set<String> escalations() {
        return escalations;
    }

    Map<String, Answer> of(Kind kind) {
        return answers.getOrDefault(kind, Map.of());
    }

    long count(Kind kind, Answer answer) {
        return of(kind).values().stream().filter(answer::equals).count();
    }

    /** Requests that were sent, and why some had to be sent again. */
    String requests() {
        return "%,d sent, %,d repeated on purpose; to be repeated: %s"
                .formatted(attempts.get(), repeats.get(), failures.isEmpty() ? "none" : failures);
    }
}
