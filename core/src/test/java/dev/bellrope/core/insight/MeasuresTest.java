package dev.bellrope.core.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.TestPlaybook;
import dev.bellrope.core.escalation.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What many escalations add up to. */
class MeasuresTest {
    private static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");

    @ParameterizedTest(name = "{1} of 1..{0} is {2}")
    @CsvSource({
        "1, 0.0, 1",
        "1, 0.5, 1",
        "1, 1.0, 1",
        "4, 0.5, 2",
        "5, 0.5, 3",
        "4, 0.25, 1",
        "4, 0.26, 2",
        "20, 0.95, 19",
        "20, 0.96, 20",
        "10, 0.9, 9",
        "10, 0.91, 10",
        "100, 0.07, 7",
        "100, 0.55, 55",
        "100, 0.56, 56",
        "100, 0.99, 99",
        "100, 1.0, 100"
    })
    void nearest_rank(int size, double share, int expected) {
        assertThat(Measures.percentile(IntStream.rangeClosed(1, size).boxed().toList(), share))
                .contains(expected);
    }

    @Test
    void of_nothing_there_is_no_percentile() {
        assertThat(Measures.percentile(List.of(), 0.5)).isEmpty();
    }

    @Test
    void promises_kept_by_target() {
        Measures measures = new Measures();
        opened(measures, "ESC-1", 0);
        opened(measures, "ESC-2", 1);
        opened(measures, "ESC-3", 2);
        measures.add("ESC-1", MONDAY, new Event.TargetMet("acknowledge", 1, MONDAY));
        measures.add("ESC-2", MONDAY, new Event.TargetMissed("acknowledge", 1, MONDAY));
        measures.add("ESC-2", MONDAY, new Event.TargetMet("acknowledge", 1, MONDAY));
        measures.add("ESC-3", MONDAY, new Event.TargetWaived("acknowledge", 1, "agreed"));
        measures.add("ESC-3", MONDAY, new Event.TargetStopped("update", 1, "resolved"));

        assertThat(measures.kept(EscalationMeasures.PromiseOutcome::target))
                .containsExactly(
                        Map.entry("acknowledge", new Measures.KeptPromises(1, 1, 1)),
                        Map.entry("update", new Measures.KeptPromises(0, 0, 1)));
        assertThat(measures.kept(EscalationMeasures.PromiseOutcome::target).values().stream()
                        .map(Measures.KeptPromises::share))
                .containsExactly(Optional.of(0.5), Optional.empty());
    }

    @Test
    void counted_most_first_and_timed_shortest_first() {
        Measures measures = new Measures();
        opened(measures, "ESC-1", 0);
        opened(measures, "ESC-2", 1);
        measures.add("ESC-1", MONDAY.plusSeconds(600), new Event.Acknowledged("ana"));
        measures.add("ESC-2", MONDAY.plus(Duration.ofHours(1)).plusSeconds(300), new Event.Acknowledged("bo"));
        measures.add("ESC-1", MONDAY.plusSeconds(700), new Event.LevelRaised("L1", "L2", reason()));
        opened(measures, "ESC-3", 3);

        assertThat(measures.count(EscalationMeasures::highestLevel))
                .containsExactly(Map.entry("L1", 2), Map.entry("L2", 1));
        assertThat(measures.elapsed(course -> Optional.ofNullable(course.acknowledged())))
                .containsExactly(Duration.ofMinutes(5), Duration.ofMinutes(10));
        assertThat(measures.courses()).extracting(EscalationMeasures::key).containsExactly("ESC-1", "ESC-2", "ESC-3");
    }

    private static dev.bellrope.core.fact.Reason reason() {
        return dev.bellrope.core.fact.Reason.of("by-hand", "the database");
    }

    private static void opened(Measures measures, String key, int hours) {
        measures.add(
                key,
                MONDAY.plus(Duration.ofHours(hours)),
                new Event.Opened(
                        key,
                        "acme",
                        "ACME",
                        "baseline@1",
                        "Orders fail",
                        "",
                        List.of(),
                        TestPlaybook.judged("S2", "T2"),
                        "L1",
                        ""));
    }
}
