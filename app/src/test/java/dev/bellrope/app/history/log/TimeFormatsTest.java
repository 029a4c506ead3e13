package dev.bellrope.app.history.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which instant a log's time is, and which times are refused. */
class TimeFormatsTest {
    @ParameterizedTest(name = "{0} in {1} as {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2023-06-03 11:14:05 UTC         | Europe/Prague    | yyyy-MM-dd HH:mm:ss z    | 2023-06-03T11:14:05Z
            2023-06-03 11:14:05 CEST        | UTC              | yyyy-MM-dd HH:mm:ss z    | 2023-06-03T09:14:05Z
            2023-06-03 11:14:05 +0200       | UTC              | yyyy-MM-dd HH:mm:ss Z    | 2023-06-03T09:14:05Z
            2023-06-03 11:14 America/Denver | Europe/Prague    | yyyy-MM-dd HH:mm VV      | 2023-06-03T17:14:00Z
            2023-06-03 11:14 GMT+2          | Asia/Tokyo       | yyyy-MM-dd HH:mm O       | 2023-06-03T09:14:00Z
            2023-06-03 11:14 IST            | Asia/Kolkata     | yyyy-MM-dd HH:mm z       | 2023-06-03T05:44:00Z
            2023-06-03 11:14 IST            | Asia/Jerusalem   | yyyy-MM-dd HH:mm z       | 2023-06-03T08:14:00Z
            2023-01-03 11:14 CST            | America/Chicago  | yyyy-MM-dd HH:mm z       | 2023-01-03T17:14:00Z
            2023-01-03 11:14 CST            | Asia/Shanghai    | yyyy-MM-dd HH:mm z       | 2023-01-03T03:14:00Z
            2023-06-03z11:14                | Europe/Prague    | yyyy-MM-dd'z'HH:mm       | 2023-06-03T09:14:00Z
            2023-06-03 11:14:05+02:00       | UTC              | iso                      | 2023-06-03T09:14:05Z
            2023-06-03 11:14:05             | Europe/Prague    | iso                      | 2023-06-03T09:14:05Z
            1800000000                      | UTC              | epoch-seconds            | 2027-01-15T08:00:00Z
            1800000000123                   | UTC              | epoch-millis             | 2027-01-15T08:00:00.123Z
            """)
    void a_zone_in_the_text_counts_before_the_zone_of_the_log(String text, String zone, String pattern, Instant at) {
        assertThat(new TimeFormats(List.of(pattern), ZoneId.of(zone)).parse("When", text))
                .isEqualTo(at);
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource(delimiter = '|', textBlock = """
            1800000000000       | epoch-seconds    | lies beyond the years 1970 to 2199 (are these milliseconds? then epoch-millis)
            -1                  | epoch-seconds    | lies beyond the years 1970 to 2199
            9223372036854775807 | epoch-seconds    | lies beyond the years 1970 to 2199
            7258118400          | epoch-seconds    | lies beyond the years 1970 to 2199
            1800000000          | epoch-millis     | (are these seconds? then epoch-seconds)
            1800000000000000    | epoch-millis     | lies beyond the years 1970 to 2199 (are these microseconds?
            9999-12-31 00:00:00 | iso              | lies beyond the years 1970 to 2199
            03/06/0023 11:14    | d/M/yyyy HH:mm   | lies beyond the years 1970 to 2199
            soon                | epoch-seconds    | not a time of the form epoch-seconds
            """)
    void a_time_out_of_range_or_in_another_unit_is_refused(String text, String pattern, String reason) {
        assertThatThrownBy(() -> new TimeFormats(List.of(pattern), ZoneId.of("UTC")).parse("When", text))
                .isInstanceOf(UnreadableValue.class)
                .hasMessageContaining("column \"When\", value \"" + text + "\": ")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"1800000000, 2027-01-15T08:00:00Z", "1800000000123, 2027-01-15T08:00:00.123Z"})
    void of_two_units_the_one_in_range_is_taken(String text, Instant at) {
        assertThat(new TimeFormats(List.of("epoch-seconds", "epoch-millis"), ZoneId.of("UTC")).parse("When", text))
                .isEqualTo(at);
    }
}
