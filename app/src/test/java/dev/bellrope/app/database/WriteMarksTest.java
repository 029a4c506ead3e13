package dev.bellrope.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WriteMarksTest {
    private static final Instant START = Instant.parse("2026-03-06T15:30:00Z");

    private final WriteMarks marks = new WriteMarks();

    @Test
    void aStandbyIsAsOfTheNewestMarkThatItHasReplayed() {
        assertThat(marks.passed(1_000)).as("nobody knows").isEmpty();
        marks.add(100, START);
        assertThat(marks.passed(99)).as("what was there first is missing").isEmpty();
        assertThat(marks.passed(100)).contains(START);
        marks.add(200, START.plusSeconds(1));
        marks.add(300, START.plusSeconds(2));
        assertThat(marks.passed(299)).contains(START.plusSeconds(1));
        assertThat(marks.passed(299)).as("it stands still").contains(START.plusSeconds(1));
        assertThat(marks.passed(301)).contains(START.plusSeconds(2));
        assertThat(marks.passed(150)).as("another one has its address").contains(START);
        assertThat(marks.passed(99)).as("and is too far behind").isEmpty();
    }

    @Test
    void whereNothingIsWrittenAStandbyIsNotLate() {
        for (int second = 0; second < 5_000; second++) {
            marks.add(100, START.plusSeconds(second));
        }
        assertThat(marks.passed(100)).contains(START.plusSeconds(4_999));
        marks.add(100, START.plusSeconds(6_000));
        assertThat(marks.passed(100)).contains(START.plusSeconds(6_000));
    }

    /** What was forgotten makes it seem older, never newer. */
    @Test
    void oneThatStandsStillForHoursCostsNoMoreMemoryAndIsNeverTakenForNewer() {
        marks.add(0, START);
        assertThat(marks.passed(0)).contains(START);
        for (int second = 1; second <= 10_000; second++) {
            marks.add(second, START.plusSeconds(second));
        }
        assertThat(marks.passed(5_000)).contains(START);
        assertThat(marks.passed(9_500)).contains(START.plusSeconds(9_500));
    }
}
