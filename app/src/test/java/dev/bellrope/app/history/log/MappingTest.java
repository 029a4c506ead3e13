package dev.bellrope.app.history.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellrope.core.signal.Signal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mapping file may say, what is said about its mistakes, and what it does to rows. */
class MappingTest {
    private static final String GOOD = """
            mapping: small
            format: v1
            file: { missing: ["?"], bad-rows: stop }
            ticket: Case
            time: { column: When, format: [d/M/yyyy HH:mm, iso], zone: Europe/Rome }
            account: { id: Customer, name: "The {Customer}", facts: { seats: { column: Seats, as: whole-number } } }
            people: { id: Who, works: { zone: Europe/Rome, hours: { mon-fri: [09:00-17:00] } } }
            hide: [Verdict]
            opened: { summary: "{What}", facts: { seats: Seats } }
            rules:
              - when: { What: done }
                kind: ticket.closed
                facts: { by: Who }
            """;
    private static final String HEADER = "Case,When,Customer,Who,What,Seats,Verdict\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ticket: Case            | tikcet: Case              | 4:1: tikcet: is not a key here. Did you mean ticket?
            ticket: Case            | tikcet: Case              | 1:1: needs the key "ticket".
            format: v1              | format: v2                | 2:9: format: "v2" is not known. Known: v1.
            d/M/yyyy HH:mm          | d/M/yyyy bb               | 5:31: time.format: "d/M/yyyy bb" is no time format
            Rome }                  | Roma }                    | 5:60: time.zone: "Europe/Roma" is no IANA time zone.
            as: whole-number        | as: whole-numbr           | 6:87: account.facts.seats.as: "whole-numbr" is no kind of value. Did you mean whole-number?
            The {Customer}          | The {Customer             | 6:32: account.name: has a { without its }.
            mon-fri                 | mon-fry                   | people.works.hours
            } } }                   | }, special-hours: [24.12.] } } | people.works.special-hours: "24.12." is no date with its hours
            ticket.closed           | ticket.close              | 12:11: rules[1].kind: "ticket.close" is no ticket event. Did you mean ticket.closed?
            ticket.closed           | Closed                    | 12:11: rules[1].kind: "Closed" must be lower-case words with dots
            { by: Who }             | { by: Verdict }           | 13:18: rules[1].facts.by: the column "Verdict" is hidden, so it may be named in "at" only.
            summary: "{What}"       | summary: "{Verdict}"      | 9:20: opened.summary: the column "Verdict" is hidden
            What: done              | Verdict: done             | 11:13: rules[1].when.Verdict: the column "Verdict" is hidden
            bad-rows: stop          | bad-rows: ignore          | 3:35: file.bad-rows: must be stop or skip.
            format: v1              | format: [v1               | this is not YAML
            hide: [Verdict]         | mapping: again            | 8:1: mapping: is there twice.
            """)
    void a_mistake_is_named_with_its_place(String good, String bad, String problem) {
        assertThat(GOOD).contains(good);

        Mapping.MappingResult reading = Mapping.read(GOOD.replace(good, bad));

        assertThat(reading.mapping()).isNull();
        assertThat(reading.problems()).extracting(MappingProblem::toString).anyMatch(said -> said.contains(problem));
    }

    @Test
    void all_mistakes_are_named_at_once_by_line() {
        String bad = GOOD.replace("v1", "v9").replace("Rome,", "Roma,").replace("ticket.closed", "closed");

        assertThat(Mapping.read(bad).problems())
                .extracting(MappingProblem::line)
                .containsExactly(2, 7, 12)
                .isSorted();
    }

    @Test
    void the_good_one_is_good() {
        assertThat(Mapping.read(GOOD).problems()).isEmpty();
    }

    @Test
    void a_column_that_the_log_does_not_have_is_named_with_its_nearest() {
        assertThatThrownBy(() -> read(GOOD, "Case,Wen,Customer,Who,What,Seats,Verdict\n"))
                .isInstanceOf(UnreadableLog.class)
                .hasMessageContaining("5:17: time.column: the log has no column \"When\". Did you mean Wen?");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1,soon,A,u,new,5,x            | line 2, column "When", value "soon": not a time of the form d/M/yyyy HH:mm or iso
            1,31/2/2024 10:00,A,u,new,5,x | line 2, column "When", value "31/2/2024 10:00": not a time
            1,1/2/2024 10:00,A,u,new,5    | line 2, it has 6 fields, the first line has 7
            1,1/2/2024 10:00,A,u,new,many,x | line 2, column "Seats", value "many": not a whole number
            ?,1/2/2024 10:00,A,u,new,5,x  | line 2, column "Case", value "": a row needs its ticket
            """)
    void a_bad_row_stops_unless_it_may_be_skipped(String row, String message) throws IOException {
        String rows = HEADER + row + "\n2,1/2/2024 11:00,A,u,new,5,x\n";

        assertThatThrownBy(() -> read(GOOD, rows))
                .isInstanceOf(UnreadableLog.class)
                .hasMessageContaining(message);
        Log log = read(GOOD.replace("bad-rows: stop", "bad-rows: skip"), rows);
        assertThat(log.counts().rows()).isEqualTo(1);
        assertThat(log.counts().skipped()).isEqualTo(1);
        assertThat(log.counts().badRows()).singleElement().asString().contains(message);
        assertThat(log.signals()).extracting(Signal::ticket).containsExactly("2");
    }

    @ParameterizedTest(name = "{0} is {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            31/3/2024 01:59           | 2024-03-31T00:59:00Z | the minute before the clocks go forward
            31/3/2024 02:30           | 2024-03-31T01:30:00Z | a local time that never was moves forward by the gap
            31/3/2024 03:00           | 2024-03-31T01:00:00Z | the minute after
            27/10/2024 02:30          | 2024-10-27T00:30:00Z | a local time that was twice is the first of the two
            27/10/2024 03:00          | 2024-10-27T02:00:00Z | after both
            2024-10-27T02:30:00+01:00 | 2024-10-27T01:30:00Z | an offset says which of the two
            2024-10-27T02:30:00Z      | 2024-10-27T02:30:00Z | so does UTC
            2024-10-27 12:30:00       | 2024-10-27T11:30:00Z | ISO without an offset is local
            1/2/2024 9:05             | -                    | HH wants two digits
            """)
    void local_times(String written, String instant, String why) throws IOException {
        String rows = HEADER + "1," + written + ",A,u,new,5,x\n";
        if (instant.equals("-")) {
            assertThatThrownBy(() -> read(GOOD, rows)).as(why).isInstanceOf(UnreadableLog.class);
        } else {
            assertThat(read(GOOD, rows).signals().getFirst().at()).as(why).hasToString(instant);
        }
    }

    @Test
    void rows_are_told_by_time_and_at_the_same_time_by_line() throws IOException {
        Log log = read(GOOD, HEADER + """
                2,2/2/2024 10:00,A,u,new,5,x
                1,1/2/2024 10:00,A,v,done,6,x
                3,2/2/2024 10:00,B,u,new,5,x
                """);

        assertThat(log.signals())
                .extracting(signal -> signal.id() + " " + signal.kind())
                .containsExactly("1/1 ticket.opened", "1/2 ticket.closed", "2/1 ticket.opened", "3/1 ticket.opened");
        assertThat(log.accounts().get("A")).satisfies(account -> {
            assertThat(account.name()).isEqualTo("The A");
            assertThat(account.facts()).isEqualTo(Map.of("seats", 6L));
        });
        assertThat(log.people()).extracting(person -> person.id()).containsExactly("v", "u");
    }

    @Test
    void the_second_column_of_a_name_is_asked_for_by_number() throws IOException {
        Log log = read(
                GOOD.replace("{ by: Who }", "{ by: \"Who#2\" }"),
                "Case,When,Customer,Who,What,Seats,Who\n1,1/2/2024 10:00,A,first,done,5,second\n");

        assertThat(log.signals().getLast().data()).isEqualTo(Map.of("by", "second"));
    }

    @Test
    void gzip_is_known_by_its_content() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write((HEADER + "1,1/2/2024 10:00,A,u,new,5,x\n").getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("log.csv"), packed.toByteArray());

        assertThat(LogReader.read(file, Examples.read(GOOD)).counts()).isEqualTo(new Log.LogCounts(1, 1, 0, List.of()));
    }

    @Test
    void an_empty_file_and_no_file_are_said_so() {
        assertThatThrownBy(() -> read(GOOD, ""))
                .isInstanceOf(UnreadableLog.class)
                .hasMessageContaining("is empty");
        assertThatThrownBy(() -> LogReader.read(folder.resolve("none.csv"), Examples.read(GOOD)))
                .isInstanceOf(UnreadableLog.class)
                .hasMessageContaining("There is no file");
    }

    private Log read(String mapping, String rows) throws IOException {
        return LogReader.read(Files.writeString(folder.resolve("rows.csv"), rows), Examples.read(mapping));
    }
}
