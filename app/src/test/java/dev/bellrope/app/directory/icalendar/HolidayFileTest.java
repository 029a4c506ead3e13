package dev.bellrope.app.directory.icalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellrope.core.calendar.Holiday;
import dev.bellrope.core.calendar.Holidays;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which days an iCalendar file closes, and what is refused. */
class HolidayFileTest {
    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");

    private static Holidays read(String events) {
        return HolidayFile.read(file(events), PRAGUE, "feed");
    }

    private static String file(String events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n";
    }

    /** An event; its properties are apart by spaces. */
    private static String event(String properties) {
        return "BEGIN:VEVENT\r\n" + properties.replace(" ", "\r\n") + "\r\nEND:VEVENT\r\n";
    }

    private static List<String> closed(Holidays holidays, int from, int to) {
        return LocalDate.of(from, 1, 1)
                .datesUntil(LocalDate.of(to + 1, 1, 1))
                .filter(date -> holidays.find(date).isPresent())
                .map(LocalDate::toString)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            DTSTART;VALUE=DATE:20251224                                                        | 2025-12-24
            DTSTART;VALUE=DATE:20251224 DTEND;VALUE=DATE:20251224                              | 2025-12-24
            DTSTART;VALUE=DATE:20251224 DTEND;VALUE=DATE:20251226                              | 2025-12-24 2025-12-25
            DTSTART;VALUE=DATE:20251224 DURATION:P1D                                           | 2025-12-24
            DTSTART;VALUE=DATE:20251224 DURATION:P2D                                           | 2025-12-24 2025-12-25
            DTSTART;VALUE=DATE:20251224 DURATION:PT86400S                                      | 2025-12-24
            DTSTART;VALUE=DATE:20251224 DURATION:P1DT24H                                       | 2025-12-24 2025-12-25
            DTSTART:20251224 STATUS:TENTATIVE TRANSP:TRANSPARENT                               | 2025-12-24
            DTSTART:20251224 STATUS:CANCELLED                                                  |
            DTSTART:20251224T000000 DTEND:20251225T000000                                      | 2025-12-24
            DTSTART;TZID="W.Europe_Standard_Time":20251224T000000 DURATION:P1D                 | 2025-12-24
            DTSTART;TZID=Nowhere/Known:20251224T000000 DTEND;TZID=Nowhere/Known:20251226T000000 | 2025-12-24 2025-12-25
            DTSTART:20251223T230000Z DTEND:20251224T230000Z                                    | 2025-12-24
            DTSTART:20250628T220000Z DURATION:P1D                                              | 2025-06-29
            DTSTART:20251224 RRULE:FREQ=YEARLY;INTERVAL=1                                      | 2025-12-24 2026-12-24 2027-12-24 2028-12-24
            DTSTART:20251225 RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25;WKST=MO                | 2025-12-25 2026-12-25 2027-12-25 2028-12-25
            DTSTART:20251224 RRULE:FREQ=YEARLY;UNTIL=20271224                                  | 2025-12-24 2026-12-24 2027-12-24
            DTSTART:20251224 RRULE:FREQ=YEARLY;UNTIL=20271224T000000Z                          | 2025-12-24 2026-12-24 2027-12-24
            DTSTART;TZID=X:20251224T000000 DURATION:P1D RRULE:FREQ=YEARLY;UNTIL=20271223T230000Z | 2025-12-24 2026-12-24 2027-12-24
            DTSTART:20251224 RRULE:FREQ=YEARLY;COUNT=2                                         | 2025-12-24 2026-12-24
            DTSTART:20240229 RRULE:FREQ=YEARLY;COUNT=3;INTERVAL=4                              | 2028-02-29
            DTSTART:20240229 RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29                          | 2028-02-29
            DTSTART:20251127 RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH                            | 2025-11-27 2026-11-26 2027-11-25 2028-11-23
            DTSTART:20251127 RRULE:freq=yearly;bymonth=11;byday=4th;X-NAME=y;                  | 2025-11-27 2026-11-26 2027-11-25 2028-11-23
            DTSTART:20251230 RRULE:FREQ=WEEKLY;COUNT=2                                         | 2025-12-30 2026-01-06
            DTSTART:20251230 RRULE:                                                            | 2025-12-30
            DTSTART:20251230 RDATE;VALUE=DATE:20260102,20260105                                | 2025-12-30 2026-01-02 2026-01-05
            DTSTART:20251230 RDATE;VALUE=PERIOD:20260102T000000/P2D,20260105T000000/20260106T000000 | 2025-12-30 2026-01-02 2026-01-03 2026-01-05
            DTSTART:20251230 RRULE:FREQ=DAILY;COUNT=4 EXDATE:20251231,20260101                 | 2025-12-30 2026-01-02
            DTSTART:20251230 RRULE:FREQ=DAILY;COUNT=4 EXDATE;TZID=X:20251231T000000            | 2025-12-30 2026-01-01 2026-01-02
            DTSTART:20251230 RRULE:FREQ=DAILY;COUNT=4 EXRULE:FREQ=DAILY;INTERVAL=2             | 2025-12-31 2026-01-02
            DTSTART:20251230 RRULE:FREQ=DAILY;BYHOUR=0;COUNT=2                                 | 2025-12-30 2025-12-31
            """)
    void anEventClosesItsDays(String properties, String days) {
        String summary = properties.replace("W.Europe_Standard_Time", "W. Europe Standard Time");
        String text = event(properties).replace("W.Europe_Standard_Time", "W. Europe Standard Time");
        assertThat(closed(read(text), 2025, 2028))
                .as(summary)
                .containsExactlyElementsOf(days == null ? List.of() : List.of(days.split(" ", -1)));
    }

    @Test
    void whatWasMovedCancelledOrReplacedCountsAsItIsNow() {
        String series = event("UID:a DTSTART:20260105 RRULE:FREQ=WEEKLY;COUNT=4 SUMMARY:Series");
        String moved = event("UID:a RECURRENCE-ID:20260112 DTSTART:20260113 SUMMARY:Moved RRULE:FREQ=DAILY;COUNT=9");
        String cancelled = event("UID:a RECURRENCE-ID;TZID=X:20260119T000000 DTSTART:20260119 STATUS:CANCELLED");
        String other = event("UID:b RECURRENCE-ID:20260126 DTSTART:20260127");
        assertThat(closed(read(moved + series + cancelled + other), 2026, 2026))
                .containsExactly("2026-01-05", "2026-01-13", "2026-01-26", "2026-01-27");

        String older = event("UID:c SEQUENCE:1 DTSTART:20260301");
        String newer = event("UID:c SEQUENCE:2 DTSTART:20260302");
        assertThat(closed(read(newer + older), 2026, 2026)).containsExactly("2026-03-02");
        assertThat(closed(read(older + newer.replace("DTSTART", "STATUS:CANCELLED\r\nDTSTART")), 2026, 2026))
                .isEmpty();
        assertThat(closed(read(older + older.replace("20260301", "20260303")), 2026, 2026))
                .as("equal versions are two events")
                .containsExactly("2026-03-01", "2026-03-03");
    }

    @Test
    void namesAndSourcesAreKeptAndNestedComponentsPassedOver() {
        Holidays feed = read("""
                BEGIN:VTIMEZONE
                TZID:X
                BEGIN:STANDARD
                DTSTART:19701025T030000
                RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
                END:STANDARD
                END:VTIMEZONE
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20261224
                DTEND;VALUE=DATE:20261227
                X-NOTE;P="a:b;c":text
                ATTENDEE:not a calendar address
                SUMMARY:Christmas\\, all
                  of it
                BEGIN:VALARM
                DURATION:PT1H
                DTSTART:20200101
                END:VALARM
                END:VEVENT
                """);
        assertThat(feed.days())
                .containsExactly(new Holiday.SingleHoliday(
                        LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 26), "Christmas, all of it", "feed"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            DTSTART:20260501T090000                                 | line 5: "DTSTART:20260501T090000": only events of whole days are holidays
            DTSTART:20260501T000000 DTEND:20260501T120000           | line 6: "DTEND:20260501T120000": only events of whole days
            DTSTART:20260501T000000                                 | line 5: "DTSTART:20260501T000000": only events of whole days
            DTSTART:20260501T000000Z DURATION:P1D                   | line 5: "DTSTART:20260501T000000Z": only events of whole days
            DTSTART;VALUE=DATE:20260532                             | line 5: "DTSTART;VALUE=DATE:20260532": accepted are dates such as
            DTSTART:20260501Tnoon                                   | line 5
            DTSTART:T                                               | line 5
            DTSTART:20260501 DTEND:20260430                         | line 3: "BEGIN:VEVENT": this event ends before it starts
            DTSTART:20260501 DTEND:20400430                         | line 3: "BEGIN:VEVENT": this event is longer than ten years
            DTSTART:20260501 DURATION:PT5H                          | line 6: "DURATION:PT5H": only events of whole days
            DTSTART:20260501 DURATION:-P1D                          | line 6: "DURATION:-P1D": accepted are durations such as
            DTSTART:20260501 DURATION:P                             | line 6
            DTSTART:20260501 RRULE:FREQ=HOURLY                      | line 6: "RRULE:FREQ=HOURLY": whole days recur with
            DTSTART:20260501 RRULE:COUNT=2                          | line 6: "RRULE:COUNT=2": whole days recur with
            DTSTART:20260501 RRULE:FREQ=YEARLY;BYEASTER=0           | line 6: "RRULE:FREQ=YEARLY;BYEASTER=0": this rule cannot be read
            DTSTART:20260501 RRULE:FREQ=YEARLY;UNTIL=soon           | line 6: "RRULE:FREQ=YEARLY;UNTIL=soon": accepted are dates
            DTSTART:20260501 RRULE:FREQ=YEARLY;COUNT=x              | line 6
            DTSTART:20260501 RRULE:FREQ=YEARLY;BYDAY=XX             | line 6
            DTSTART:20260501 RRULE:RSCALE=HEBREW;FREQ=YEARLY        | line 6: "RRULE:RSCALE=HEBREW;FREQ=YEARLY": accepted are rules of the Gregorian calendar
            DTSTART:10000101 RRULE:FREQ=DAILY                       | recurs more than 50000 times up to 2099
            UID:x DTSTART:20260501 RECURRENCE-ID;RANGE=THISANDFUTURE:20260501 | line 7: "RECURRENCE-ID;RANGE=THISANDFUTURE:20260501"
            DTSTART:20260501 SEQUENCE:new                           | line 6: "SEQUENCE:new": accepted is a whole number
            SUMMARY:Day                                             | line 3: "BEGIN:VEVENT": this event has no DTSTART
            """)
    void whatIsNoWholeDayIsRefusedByLineAndReason(String properties, String message) {
        String note = "X-NOTE:folded\r\n  twice\r\n\r\n";
        String lines = event(properties).replace("BEGIN:VEVENT\r\n", "BEGIN:VEVENT\r\nX:y\r\n");
        assertThatThrownBy(() -> read(lines))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
        assertThatThrownBy(() -> read(note + lines))
                .as("folded lines count")
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(message.startsWith("line ") ? message.substring(0, 6) + ":" : "line 5:");
    }

    @Test
    void severalMistakesAreToldAtOnce() {
        assertThatThrownBy(() -> read(event("DTSTART:20260501T090000").repeat(8)))
                .hasMessageStartingWith("line 4: ")
                .hasMessageContaining("; line 16: ")
                .hasMessageEndingWith("; and 3 more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a:b",
                "",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\nEND:VEVENT\n",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\n",
                "BEGIN:VEVENT\nDTSTART:20260101\nEND:VEVENT\n",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\nEND:VTODO\nEND:VCALENDAR\n",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nno colon\nEND:VEVENT\nEND:VCALENDAR\n",
            })
    void whatIsNoWholeFileIsRefused(String text) {
        assertThatThrownBy(() -> HolidayFile.read(text, PRAGUE, "feed"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("this is no iCalendar file, which goes from BEGIN:VCALENDAR to END:VCALENDAR");
    }

    @Test
    void aFileWithoutEventsIsRefusedRatherThanClosingNothing() {
        assertThatThrownBy(() -> read("BEGIN:VTODO\r\nDUE:20260101\r\nEND:VTODO\r\n"))
                .hasMessageContaining("this file has no event");
    }

    @Test
    void recurrencesThatWouldCloseTooMuchAreRefused() {
        String months = event("DTSTART:20000101 DURATION:P400D RRULE:FREQ=DAILY;INTERVAL=3");
        assertThatThrownBy(() -> read(months.repeat(20))).hasMessageContaining("close more than 500000 days");
    }
}
