package dev.bellrope.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.Approved;
import dev.bellrope.app.history.ReplaySummary.BusyAccount;
import dev.bellrope.app.history.ReplaySummary.BusyPerson;
import dev.bellrope.app.history.ReplaySummary.DurationFigures;
import dev.bellrope.app.history.ReplaySummary.EscalationTotals;
import dev.bellrope.app.history.ReplaySummary.Month;
import dev.bellrope.app.history.ReplaySummary.Movements;
import dev.bellrope.app.history.ReplaySummary.NamedCount;
import dev.bellrope.app.history.ReplaySummary.TargetResult;
import dev.bellrope.app.history.ReplaySummary.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The screen and the page of a replay, beside approved ones; {@code -Dapprove=true} accepts what they are now. */
class ReportTest {
    private static final Path APPROVED = Path.of("src/test/resources/approved/history");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void the_screen_is_as_approved() throws IOException {
        Approved.is(APPROVED.resolve("summary.txt"), SummaryText.render(summary()));
    }

    @Test
    void the_page_is_as_approved() throws IOException {
        Path file = folder.resolve("report.html");
        ReportHtml.write(summary(), file);
        Approved.is(APPROVED.resolve("report.html"), Files.readString(file));
    }

    @Test
    void the_page_asks_for_nothing_and_runs_nothing() {
        assertThat(ReportHtml.render(summary()))
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("<script")
                .doesNotContain("url(")
                .doesNotContain("@import");
    }

    @Test
    void names_from_the_log_cannot_become_markup() {
        assertThat(ReportHtml.render(summary()))
                .contains("Bits &amp; Bytes &lt;GmbH&gt;")
                .doesNotContain("<GmbH>");
    }

    @Test
    void the_machine_s_language_changes_nothing() {
        String before = ReportHtml.render(summary()) + SummaryText.render(summary());
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(ReportHtml.render(summary()) + SummaryText.render(summary()))
                    .isEqualTo(before);
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void a_replay_without_any_escalation_is_a_page_too() {
        ReplaySummary full = summary();
        ReplaySummary empty = new ReplaySummary(
                full.title(),
                full.log(),
                full.playbook(),
                full.from(),
                full.to(),
                full.zone(),
                new Volume(0, 0, 0, 0),
                new EscalationTotals(0, List.of(), List.of(), List.of(), List.of()),
                List.of(),
                new Movements(0, 0, 0),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        assertThat(ReportHtml.render(empty)).contains("– in 100 of 0 tickets").doesNotContain("NaN");
        assertThat(SummaryText.render(empty)).contains("0 escalations").doesNotContain("NaN");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"-1, –", "0, 0 %", "0.004, <1 %", "0.5, 50 %", "0.996, >99 %", "1, 100 %", "1.7, 170 %"})
    void shares_are_said_honestly(double share, String said) {
        assertThat(ReportNumbers.percent(share)).isEqualTo(said);
    }

    private static ReplaySummary summary() {
        return new ReplaySummary(
                "Three years of support, replayed",
                "small-log",
                "baseline v7",
                Instant.parse("2011-12-31T23:30:00Z"),
                Instant.parse("2013-06-28T16:00:00Z"),
                ZoneId.of("Europe/Rome"),
                new Volume(21_348, 3, 4_580, 397),
                new EscalationTotals(
                        612,
                        counts(
                                "conversation-stalled",
                                371,
                                "resolve-missed",
                                190,
                                "reopened-twice",
                                48,
                                "safety-concern",
                                3),
                        counts("S1", 31, "S2", 146, "S3", 402, "S4", 33),
                        counts("T1", 40, "T2", 170, "T3", 402),
                        counts("L1 frontline", 433, "L2 specialists", 151, "L3 executives", 28)),
                List.of(
                        new TargetResult("acknowledge", "T1", 37, 3, 0, 0, 0.22, 0.81),
                        new TargetResult("acknowledge", "T2", 141, 29, 0, 0, 0.41, 1.36),
                        new TargetResult("acknowledge", "T3", 355, 44, 2, 1, 0.33, 1.08),
                        new TargetResult("update", "T1", 118, 22, 40, 0, 0.64, 1.2),
                        new TargetResult("resolve", "T2", 88, 61, 12, 9, 0.87, 2.4),
                        new TargetResult("root-cause", "T1", 0, 0, 31, 2, 0, 0)),
                new Movements(207, 64, 19),
                counts("acknowledge", 612, "update", 940, "resolved", 571, "handoff", 64),
                IntStream.range(0, 18)
                        .mapToObj(index -> new Month(
                                YearMonth.of(2012, 1).plusMonths(index),
                                counts(
                                        "S1",
                                        index % 4,
                                        "S2",
                                        6 + index % 5,
                                        "S3",
                                        14 + index * 3 % 17,
                                        "S4",
                                        index % 3)))
                        .toList(),
                List.of(
                        new DurationFigures(
                                "acknowledge",
                                "From the beginning to the owner's acknowledgement, in the owner's working hours.",
                                counts(
                                        "under 15 min",
                                        143,
                                        "15 to 60 min",
                                        249,
                                        "1 to 4 h",
                                        138,
                                        "4 to 8 h",
                                        52,
                                        "over 8 h",
                                        30)),
                        new DurationFigures(
                                "resolve",
                                "From the beginning to the resolution, in the owner's working hours, without pauses.",
                                counts("under 8 h", 71, "1 to 2 days", 160, "2 to 5 days", 204, "over 5 days", 136))),
                List.of(
                        new BusyAccount("Customer Value 12", 41, "S1"),
                        new BusyAccount("Bits & Bytes <GmbH>", 30, "S2"),
                        new BusyAccount("Customer with a name that is much longer than anybody would expect", 9, "S3")),
                List.of(
                        new BusyPerson("Resource Value 2", 97, 90, 81),
                        new BusyPerson("Resource Value 5", 60, 60, 60),
                        new BusyPerson("Resource Value 9", 4, 0, 0)),
                List.of(
                        "Working hours of people are assumed by the mapping; the log does not say them.",
                        "3 rows of the log could not be read and were left out."));
    }

    private static List<NamedCount> counts(Object... namesAndCounts) {
        return IntStream.range(0, namesAndCounts.length / 2)
                .mapToObj(index -> new NamedCount(
                        namesAndCounts[index * 2].toString(), ((Integer) namesAndCounts[index * 2 + 1]).longValue()))
                .toList();
    }
}
