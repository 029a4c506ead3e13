package dev.bellrope.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.clock.TargetClock;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What chatwoot says of the state of a promise, beside what we say. It is evaluated Monday 18:00, round the clock; "6 h
 * ago" is 12:00. Chatwoot has one word for all promises of a conversation: {@code missed} where one was missed, {@code hit}
 * where it is over and none was, {@code active} else.
 */
class OracleOfTicketsTest {
    /** Columns: case, what was promised, what was heard, chatwoot's word, what we notice. */
    private static final String CASES = """
            chatwoot_sla-014 | first-reply 1h                              | 12:00 opened                                       | missed | missed first-reply
            chatwoot_sla-015 | next-reply 1h                               | 12:00 opened, 13:00 reply, 13:00 customer-message  | missed | missed next-reply
            chatwoot_sla-016 | resolve 1h                                  | 12:00 opened                                       | missed | missed resolve
            chatwoot_sla-018 | first-reply 1h, next-reply 1h, resolve 1h   | 12:00 opened, 13:30 reply, 13:40 customer-message  | missed | missed first-reply; missed resolve; missed next-reply
            chatwoot_sla-019 | first-reply 6h                              | 17:00 opened, 17:30 reply                          | active |
            chatwoot_sla-020 | first-reply 6h                              | 17:00 opened, 17:30 reply, 17:45 resolved          | hit    |
            chatwoot_sla-021 | next-reply 6h                               | 12:00 opened, 12:30 reply                          | active |
            chatwoot_sla-022 | resolve 8h                                  | 11:00 opened, 17:00 resolved                       | hit    |
            """;

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', textBlock = CASES)
    void agrees(String id, String promised, String heard, String word, String noticed) {
        assertThat(Objects.requireNonNull(expected().get(id), id)).startsWith(word);

        Watched ticket = watched(promised, heard);
        assertThat(word(ticket)).isEqualTo(word);
        assertThat(ticket.missed().stream()
                        .map(line -> line.replace(" 100", ""))
                        .distinct())
                .containsExactlyElementsOf(
                        noticed == null ? java.util.List.of() : Arrays.asList(noticed.split("; ", -1)));
    }

    /** They look now and then, and forgive what was resolved between two looks; our clock strikes when it is due. */
    @Test
    void differs_chatwoot_sla_017_resolved_late_is_missed() {
        assertThat(expected().get("chatwoot_sla-017")).startsWith("hit");
        assertThat(word(watched("resolve 1h", "12:00 opened, 17:00 resolved"))).isEqualTo("missed");
    }

    @Test
    void every_case_of_theirs_has_a_row() {
        assertThat(expected().keySet())
                .containsExactlyInAnyOrderElementsOf(java.util.stream.Stream.concat(
                                CASES.lines().map(line -> line.substring(0, line.indexOf(' '))),
                                java.util.stream.Stream.of("chatwoot_sla-017"))
                        .toList());
    }

    private static Watched watched(String promised, String heard) {
        Watched ticket = new Watched().roundTheClock();
        for (String promise : promised.split(", ", -1)) {
            ticket.promised(promise.split(" ", 2)[0], promise.split(" ", 2)[1]);
        }
        for (String signal : heard.split(", ", -1)) {
            ticket.hears("Mon " + signal.substring(0, 5), "ticket." + signal.substring(6));
        }
        return ticket.ticks("Mon 18:00");
    }

    private static String word(Watched ticket) {
        if (ticket.ticket().missedCount() > 0) {
            return "missed";
        }
        assertThat(ticket.ticket().clocks().values())
                .noneMatch(clock -> clock.status() == TargetClock.ClockStatus.MISSED);
        return ticket.ticket().isDone() ? "hit" : "active";
    }

    private static Map<String, String> expected() {
        try (InputStream in = OracleOfTicketsTest.class.getResourceAsStream("/oracle/chatwoot_sla.json")) {
            Map<String, String> expected = new TreeMap<>();
            JsonNode cases =
                    JsonMapper.shared().readTree(Objects.requireNonNull(in)).get("cases");
            cases.valueStream()
                    .filter(facts -> facts.get("op").asString().equals("sla_status"))
                    .forEach(facts -> expected.put(
                            facts.get("id").asString(), facts.get("expected").asString()));
            return expected;
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
