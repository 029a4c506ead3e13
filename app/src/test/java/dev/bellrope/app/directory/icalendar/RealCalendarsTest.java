package dev.bellrope.app.directory.icalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bellrope.app.directory.entry.DecodedText;
import dev.bellrope.core.calendar.Holidays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files that calendar programs wrote. They are not part of the repository: they are looked for in
 * {@code ../shared/data/ical} beside it, or under {@code BELLROPE_SHARED}.
 */
class RealCalendarsTest {
    private static Path folder() {
        String shared = System.getenv("BELLROPE_SHARED");
        Path found = Stream.of(shared == null ? "../shared" : shared, "../shared", "../../shared")
                .map(one -> Path.of(one, "data", "ical"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(Path.of("ical"));
        assumeTrue(
                Files.isDirectory(found),
                "the calendar files are not here; set BELLROPE_SHARED to the folder of data/ical");
        return found;
    }

    private static Holidays read(Path file) throws IOException {
        return HolidayFile.read(DecodedText.of(Files.readAllBytes(file)).text(), ZoneId.of("UTC"), "file");
    }

    @Test
    void eachFileIsTakenOrRefusedByLineAndReason() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder())) {
            files = all.filter(file -> file.toString().endsWith(".ics")).toList();
        }
        assertThat(files).hasSizeGreaterThan(100);
        List<String> refusals = new ArrayList<>();
        for (Path file : files) {
            try {
                read(file);
            } catch (IllegalArgumentException refused) {
                assertThat(refused)
                        .as(file.toString())
                        .hasMessageMatching("(?s)(line \\d+: \"?.+|this file has no event.*)");
                refusals.add(file.toString());
            }
        }
        assertThat(refusals).hasSizeLessThan(files.size() * 6 / 10);
        assertThat(refusals).noneMatch(file -> file.contains("thunderbird-autogen"));
    }

    /** The numbers are those of ical.js 2. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "thunderbird-website/DutchHolidaysFrench.ics, 530",
        "thunderbird-website/ArmeniaHolidays.ics, 465",
        "thunderbird-website/LiechtensteinHolidays.ics, 407",
        "thunderbird-website/FinlandHolidays.ics, 389",
        "thunderbird-website/PeruHolidays.ics, 225",
        "thunderbird-website/NicaraguaHolidays.ics, 147",
        "thunderbird-website/GreeceHolidays.ics, 82",
        "thunderbird-autogen/CanadaHolidays.ics, 80",
        "thunderbird-autogen/ChinaHolidays.ics, 65",
        "thunderbird-autogen/GermanHolidays.ics, 58",
        "node-ical/exchange_whole_day_moved_recurrence.ics, 51",
    })
    void closesAsManyDaysOf2015To2029AsAnotherReader(String file, long days) throws IOException {
        Holidays holidays = read(folder().resolve(file));

        assertThat(LocalDate.of(2015, 1, 1)
                        .datesUntil(LocalDate.of(2030, 1, 1))
                        .filter(date -> holidays.find(date).isPresent()))
                .hasSize((int) days);
    }
}
