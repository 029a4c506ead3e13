package dev.bellrope.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.account.ValueBand;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.playbook.Guardrails;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.routing.WaitingLine.QueuePlace;
import dev.bellrope.core.routing.WaitingLine.WaitingEscalation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingLineTest {
    private static final Instant NOW = Company.WEDNESDAY;
    private static final Guardrails BOUNDED =
            Company.guardrails(Map.of(ValueBand.GROWTH, Span.parse("3d"), ValueBand.STANDARD, Span.parse("5d")));

    /** From a row like {@code a:S3:growth:2d}: a is S3, growth, and waits for 2 days. */
    private static WaitingEscalation waiting(String row) {
        String[] words = row.split(":", -1);
        return new WaitingEscalation(
                words[0],
                Severity.valueOf(words[1]),
                ValueBand.valueOf(words[2].toUpperCase(Locale.ROOT)),
                NOW.minus(Span.parse(words[3]).elapsed()));
    }

    private static List<WaitingEscalation> rows(String rows) {
        return new ArrayList<>(
                Arrays.stream(rows.split(" ", -1)).map(WaitingLineTest::waiting).toList());
    }

    private static String keys(List<QueuePlace> line) {
        return String.join(
                " ",
                line.stream()
                        .map(place -> place.waiting().key() + (place.overdue() ? "!" : ""))
                        .toList());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            a:S3:growth:1h b:S3:growth:2h c:S3:growth:3h             | oldest first           | c b a
            a:S3:growth:2d b:S1:growth:1m                            | the worst first        | b a
            a:S2:standard:1h b:S2:strategic:1m                       | age, not worth         | a b
            b:S2:growth:1h a:S2:growth:1h                            | ties by key            | a b
            a:S1:strategic:1h b:S4:growth:71h59m59s                | just within the bound  | a b
            a:S1:strategic:1h b:S4:growth:3d                         | the bound is reached   | b! a
            a:S1:strategic:1h b:S4:standard:4d                       | the bound of the band  | a b
            a:S1:strategic:1h b:S4:standard:5d1h c:S4:growth:4d     | the most overdue first | c! b! a
            a:S1:strategic:1h b:S3:key:4d                            | worth more never waits longer | b! a
            """)
    void T62_new_work_does_not_overtake_old(String rows, String rule, String expected) {
        List<WaitingEscalation> waiting = rows(rows);

        assertThat(keys(WaitingLine.order(waiting, BOUNDED, NOW))).as(rule).isEqualTo(expected);
        Collections.reverse(waiting);
        assertThat(keys(WaitingLine.order(waiting, BOUNDED, NOW)))
                .as("in any order given")
                .isEqualTo(expected);
    }

    @Test
    void without_bounds_nothing_ages() {
        List<WaitingEscalation> waiting = rows("a:S1:key:1m b:S4:standard:100d");

        assertThat(keys(WaitingLine.order(waiting, Company.guardrails(Map.of()), NOW)))
                .isEqualTo("a b");
    }

    @Test
    void the_place_is_explained() {
        assertThat(WaitingLine.order(rows("a:S1:key:90m b:S4:standard:130h"), BOUNDED, NOW))
                .extracting(QueuePlace::because)
                .containsExactly(
                        "S4, waiting 5d 10h, and band standard waits no longer than 5d: served before everybody else",
                        "S1, waiting 1h 30m: by severity, oldest first");
    }

    @Property(tries = 200)
    void T63_ageing_moves_the_place_and_leaves_the_class(@ForAll long seed, @ForAll @IntRange(max = 30) int size) {
        Random random = new Random(seed);
        List<WaitingEscalation> waiting = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            waiting.add(new WaitingEscalation(
                    "ESC-" + i,
                    List.of(Severity.values()).get(random.nextInt(4)),
                    List.of(ValueBand.values()).get(random.nextInt(4)),
                    NOW.minus(Duration.ofMinutes(random.nextInt(20_000)))));
        }
        List<QueuePlace> line = WaitingLine.order(waiting, BOUNDED, NOW);

        assertThat(line).extracting(QueuePlace::waiting).containsExactlyInAnyOrderElementsOf(waiting);
        List<QueuePlace> inTime = line.stream().dropWhile(QueuePlace::overdue).toList();
        assertThat(inTime).noneMatch(QueuePlace::overdue);
        for (int i = 1; i < inTime.size(); i++) {
            WaitingEscalation before = inTime.get(i - 1).waiting();
            WaitingEscalation after = inTime.get(i).waiting();
            assertThat(after.severity().isWorseThan(before.severity())).isFalse();
            assertThat(before.severity() == after.severity() && before.since().isAfter(after.since()))
                    .isFalse();
        }
    }

    /** One escalation is served an hour, and every hour brings a new S1: without ageing nothing else would ever be served. */
    @Property(tries = 50)
    void T62_nobody_starves_under_a_steady_stream_of_S1(@ForAll long seed) {
        Random random = new Random(seed);
        List<WaitingEscalation> waiting = new ArrayList<>();
        Map<String, Duration> bounds = new HashMap<>();
        int small = 10;
        for (int i = 0; i < small; i++) {
            ValueBand band = List.of(ValueBand.values()).get(random.nextInt(4));
            bounds.put("small-" + i, Duration.ofDays(band == ValueBand.STANDARD ? 5 : 3));
            waiting.add(new WaitingEscalation(
                    "small-" + i, Severity.S4, band, NOW.plus(Duration.ofHours(random.nextInt(48)))));
        }
        int served = 0;
        for (int hour = 48; hour < 48 + 200; hour++) {
            Instant at = NOW.plus(Duration.ofHours(hour));
            waiting.add(new WaitingEscalation("S1-" + hour, Severity.S1, ValueBand.STRATEGIC, at));
            WaitingEscalation next =
                    WaitingLine.order(waiting, BOUNDED, at).getFirst().waiting();
            waiting.remove(next);
            Duration bound = bounds.get(next.key());
            if (bound != null) {
                served++;
                assertThat(Duration.between(next.since(), at))
                        .as(next.key())
                        .isBetween(bound, bound.plusHours(small + 1));
            }
        }
        assertThat(served).isEqualTo(small);
    }
}
