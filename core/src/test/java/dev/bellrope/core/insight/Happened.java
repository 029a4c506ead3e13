package dev.bellrope.core.insight;

import dev.bellrope.core.TestPlaybook;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.fact.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** What happened to an escalation, minute by minute from a Monday at 8 in the morning, for tests of folds. */
final class Happened {
    static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");

    private record Dated(Instant at, Event event) {}

    private final List<Dated> events = new ArrayList<>();

    Happened at(long minutes, Event event) {
        events.add(new Dated(minute(minutes), event));
        return this;
    }

    void into(BiConsumer<Instant, Event> fold) {
        events.forEach(one -> fold.accept(one.at(), one.event()));
    }

    static Instant minute(long minutes) {
        return MONDAY.plus(Duration.ofMinutes(minutes));
    }

    static Event requested() {
        return new Event.Requested(
                "ESC-1",
                "acme",
                "ACME",
                "p@1",
                "Orders fail",
                "",
                List.of("1"),
                TestPlaybook.judged("S2", "T2"),
                "",
                MONDAY);
    }

    static Event opened() {
        return new Event.Opened(
                "ESC-1",
                "acme",
                "ACME",
                "p@1",
                "Orders fail",
                "",
                List.of("1"),
                TestPlaybook.judged("S2", "T2"),
                "L1",
                "");
    }

    static Event raised(String from, String to) {
        return new Event.LevelRaised(from, to, Reason.of("ladder", "acknowledge missed"));
    }

    static Event lowered(String from, String to) {
        return new Event.LevelLowered(from, to, "calmer");
    }

    static Event resolved() {
        return new Event.Resolved("done");
    }

    static Event reopened() {
        return new Event.Reopened("again", Status.CLOSED);
    }

    static Event started(String target, int cycle, String calendar) {
        return new Event.TargetStarted(target, cycle, Duration.ofHours(1), calendar, MONDAY, List.of(), false);
    }

    static Event paused(String target, int cycle) {
        return new Event.TargetPaused(target, cycle, Duration.ZERO);
    }

    static Event resumed(String target, int cycle) {
        return new Event.TargetResumed(target, cycle, MONDAY, List.of());
    }

    static Event met(String target, int cycle) {
        return new Event.TargetMet(target, cycle, MONDAY);
    }
}
