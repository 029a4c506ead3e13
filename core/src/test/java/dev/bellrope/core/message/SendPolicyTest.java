package dev.bellrope.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.playbook.Guardrails;
import dev.bellrope.core.playbook.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guardrails: when a message goes, waits, or becomes a line of a digest. */
class SendPolicyTest {
    @ParameterizedTest(name = "T75: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            in the afternoon                        | 22:00 | 07:00 | S2 | Europe/Prague | 2026-11-16T14:00:00Z | now
            the quiet begins at its first instant   | 22:00 | 07:00 | S2 | Europe/Prague | 2026-11-16T21:00:00Z | 2026-11-17T06:00:00Z
            a second before it                      | 22:00 | 07:00 | S2 | Europe/Prague | 2026-11-16T20:59:59Z | now
            after midnight                          | 22:00 | 07:00 | S2 | Europe/Prague | 2026-11-17T02:00:00Z | 2026-11-17T06:00:00Z
            it ends at its end                      | 22:00 | 07:00 | S2 | Europe/Prague | 2026-11-17T06:00:00Z | now
            S1 breaks the quiet                     | 22:00 | 07:00 | S1 | Europe/Prague | 2026-11-17T02:00:00Z | now
            the recipient's clock counts            | 22:00 | 07:00 | S2 | Asia/Tokyo    | 2026-11-16T14:00:00Z | 2026-11-16T22:00:00Z
            within one day                          | 12:00 | 13:00 | S2 | Europe/Prague | 2026-11-16T11:30:00Z | 2026-11-16T12:00:00Z
            the same twice is none                  | 07:00 | 07:00 | S2 | Europe/Prague | 2026-11-16T06:00:00Z | now
            the night is shorter in spring          | 22:00 | 07:00 | S2 | Europe/Prague | 2026-03-28T22:00:00Z | 2026-03-29T05:00:00Z
            the night is longer in autumn           | 22:00 | 07:00 | S2 | Europe/Prague | 2026-10-24T21:00:00Z | 2026-10-25T06:00:00Z
            an end in the repeated hour, first time | 22:00 | 02:30 | S2 | Europe/Prague | 2026-10-25T00:15:00Z | 2026-10-25T01:30:00Z
            and the second time                     | 22:00 | 02:30 | S2 | Europe/Prague | 2026-10-25T01:15:00Z | 2026-10-25T01:30:00Z
            between the two, it has not ended       | 22:00 | 02:30 | S2 | Europe/Prague | 2026-10-25T00:45:00Z | 2026-10-25T01:30:00Z
            after the second it has                 | 22:00 | 02:30 | S2 | Europe/Prague | 2026-10-25T01:30:00Z | now
            a beginning in it is the first          | 02:30 | 07:00 | S2 | Europe/Prague | 2026-10-25T00:30:00Z | 2026-10-25T06:00:00Z
            and goes on over the second             | 02:30 | 07:00 | S2 | Europe/Prague | 2026-10-25T01:15:00Z | 2026-10-25T06:00:00Z
            an end in the gap is the gap            | 22:00 | 02:30 | S2 | Europe/Prague | 2026-03-29T00:30:00Z | 2026-03-29T01:00:00Z
            and after it, it is over                | 22:00 | 02:30 | S2 | Europe/Prague | 2026-03-29T01:00:00Z | now
            a beginning in the gap is the gap       | 02:30 | 07:00 | S2 | Europe/Prague | 2026-03-29T01:00:00Z | 2026-03-29T05:00:00Z
            """)
    void T75_quiet_hours(
            String rule, String from, String until, String severity, String zone, Instant at, String expected) {
        Guardrails rails = rails(LocalTime.parse(from), LocalTime.parse(until), 4, 10, 20);

        SendPolicy.SendVerdict verdict =
                SendPolicy.judge(message(severity), rails, new SendPolicy.Traffic(0, 0, 1), ZoneId.of(zone), at);

        assertThat(
                        verdict instanceof SendPolicy.SendVerdict.Later(Instant later, String why)
                                ? later.toString()
                                : "now")
                .as("%s: %s", rule, verdict)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "T66 T71: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing before                                 | S2 | 0  | 0  | 1    | Now
            the fourth of an escalation in an hour         | S2 | 3  | 0  | 1    | Now
            the fifth                                      | S2 | 4  | 0  | 1    | Digest
            the fifth of an S1, which breaks only the quiet | S1 | 4  | 0  | 1    | Digest
            the tenth to a person in an hour               | S2 | 0  | 9  | 1    | Now
            the eleventh                                   | S2 | 0  | 10 | 1    | Digest
            a person is spared also in an S1               | S1 | 0  | 10 | 1    | Digest
            twenty waiting are twenty messages             | S2 | 0  | 0  | 20   | Now
            twenty-one are a digest                        | S2 | 0  | 0  | 21   | Digest
            a thousand at once are a digest, S1 as well    | S1 | 0  | 0  | 1000 | Digest
            """)
    void T66_T71_caps(String rule, String severity, int ofEscalation, int toPerson, int waiting, String expected) {
        SendPolicy.SendVerdict verdict = SendPolicy.judge(
                message(severity),
                rails(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 4, 10, 20),
                new SendPolicy.Traffic(ofEscalation, toPerson, waiting),
                ZoneId.of("Europe/Prague"),
                Instant.parse("2026-11-16T14:00:00Z"));

        assertThat(verdict.getClass().getSimpleName())
                .as("%s: %s", rule, verdict)
                .isEqualTo(expected);
    }

    /** Over both clock changes of a year, every night has one stretch of quiet, and what waits goes when it ends. */
    @ParameterizedTest(name = "{0} to {1} in {2}")
    @CsvSource({
        "22:00, 02:30, Europe/Prague",
        "02:30, 07:00, Europe/Prague",
        "01:15, 01:45, America/New_York",
        "01:45, 07:00, America/New_York",
        "22:00, 07:00, Australia/Lord_Howe",
        "23:30, 00:00, America/Sao_Paulo"
    })
    void T75_quiet_hours_end_once_a_day(String from, String until, String zone) {
        Guardrails rails = rails(LocalTime.parse(from), LocalTime.parse(until), 0, 0, 0);
        Instant begin = Instant.parse("2018-01-01T12:00:00Z");
        int ends = 0;
        boolean quiet = false;
        for (Instant at = begin; at.isBefore(begin.plus(Duration.ofDays(365))); at = at.plus(Duration.ofMinutes(15))) {
            SendPolicy.SendVerdict verdict =
                    SendPolicy.judge(message("S2"), rails, new SendPolicy.Traffic(0, 0, 1), ZoneId.of(zone), at);
            if (verdict instanceof SendPolicy.SendVerdict.Later(Instant later, String why)) {
                assertThat(later).as("at %s", at).isAfter(at);
                assertThat(SendPolicy.judge(
                                message("S2"), rails, new SendPolicy.Traffic(0, 0, 1), ZoneId.of(zone), later))
                        .as("at %s, which waits until %s", at, later)
                        .isEqualTo(new SendPolicy.SendVerdict.Now());
                quiet = true;
            } else if (quiet) {
                ends++;
                quiet = false;
            }
        }
        assertThat(ends).isBetween(364, 366);
    }

    @ParameterizedTest(name = "a cap of zero is none: {0}")
    @CsvSource({"S1", "S4"})
    void no_caps(String severity) {
        assertThat(SendPolicy.judge(
                        message(severity),
                        rails(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 0, 0, 0),
                        new SendPolicy.Traffic(1000, 1000, 1000),
                        ZoneId.of("Europe/Prague"),
                        Instant.parse("2026-11-16T14:00:00Z")))
                .isEqualTo(new SendPolicy.SendVerdict.Now());
    }

    private static Guardrails rails(LocalTime from, LocalTime until, int escalation, int person, int digest) {
        return new Guardrails(escalation, person, digest, from, until, Set.of(Severity.S1), Set.of(), 0, Map.of());
    }

    private static Message message(String severity) {
        return new Message(
                "d",
                "ESC-1",
                new Recipient.Colleague("ana"),
                Message.EMAIL,
                "climb",
                Map.of(),
                Severity.valueOf(severity),
                "",
                Instant.parse("2026-11-16T14:00:00Z"));
    }
}
