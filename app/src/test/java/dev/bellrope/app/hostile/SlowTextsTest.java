package dev.bellrope.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.Role;
import dev.bellrope.app.escalations.web.SampleCompany;
import dev.bellrope.core.playbook.reader.PlaybookReader;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small texts that are meant to take for ever take no longer than others, whether they are read or put in force. */
@Tag("long")
class SlowTextsTest {
    static final java.util.List<String> CONDITIONS = Explosives.CONDITIONS;

    private static SampleCompany company;
    private static Caller administrator;

    @BeforeAll
    static void start() {
        company = new SampleCompany();
        administrator = Caller.person(company.app, Role.ADMINISTRATOR);
    }

    @AfterAll
    static void stop() {
        company.close();
    }

    private static Heard post(String path, String type, String text) {
        Heard heard = administrator.send(
                Sent.of("POST", path, text.getBytes(StandardCharsets.UTF_8), "Content-Type: " + type));
        assertThat(heard.took()).as(heard.status() + " " + heard.text()).isLessThan(Judge.LONGEST);
        return heard;
    }

    @ParameterizedTest
    @FieldSource("CONDITIONS")
    void aConditionIsReadOrRefusedInTime(String condition) {
        String playbook = Samples.withCondition(PlaybookReader.baseline(), condition);
        Heard checked = post("/api/v1/playbook/check", "text/yaml", playbook);
        assertThat(checked.status()).as(checked.text()).isEqualTo(200);
        if (checked.json().path("valid").asBoolean()) {
            assertThat(post("/api/v1/playbook/versions", "text/yaml", playbook).status())
                    .isEqualTo(201);
        }
        String data = "\"" + "a".repeat(60_000) + "!\"";
        String event = "{\"specversion\":\"1.0\",\"id\":\"" + condition.hashCode()
                + "\",\"source\":\"https://desk.example\",\"type\":\"ticket.opened\",\"account\":\"acme\",\"subject\":\"T-1\","
                + "\"time\":\"2026-03-09T09:00:00Z\",\"data\":{\"account\":\"acme\",\"a\":" + data + "}}";
        assertThat(post("/api/v1/signals", "application/cloudevents+json", event)
                        .status())
                .isEqualTo(202);
    }

    static java.util.stream.Stream<String> documents() {
        return IntStream.range(0, 7)
                .mapToObj(kind -> Explosives.yaml(new Random() {
                    @Override
                    public int nextInt(int bound) {
                        return kind;
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aDocumentIsRefusedInTimeWithItsPlace(String document) {
        Heard checked = post("/api/v1/playbook/check", "text/yaml", document);
        assertThat(checked.status()).isEqualTo(200);
        assertThat(checked.json().path("valid").asBoolean()).isFalse();
        assertThat(checked.json().at("/problems/0/line").asInt()).isPositive();
        assertThat(checked.body().length).isLessThan(2_000_000);
    }

    /** As many of the longest conditions as fit into the largest playbook. */
    @Test
    void manyLongConditionsAreReadInTime() {
        String condition = "true" + " && true".repeat(240);
        String triggers = IntStream.range(0, 450)
                .mapToObj(i -> "  t%d: { when: \"%s\", severity: S3 }\n".formatted(i, condition))
                .collect(Collectors.joining());
        Heard checked = post("/api/v1/playbook/check", "text/yaml", "playbook: a\nformat: v1\ntriggers:\n" + triggers);
        assertThat(checked.status()).isEqualTo(200);
        assertThat(checked.json().path("problems").size()).isEqualTo(101);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RRULE:FREQ=SECONDLY;COUNT=999999999", "RRULE:FREQ=YEARLY;INTERVAL=0", "RDATE:99991231"})
    void aCalendarThatRepeatsWithoutEndIsReadOrRefusedInTime(String rule) {
        String file =
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b//EN\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261224\r\n"
                        + "DTEND;VALUE=DATE:99991231\r\nSUMMARY:Rest\r\n" + rule
                        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        Heard heard = administrator.send(Sent.of(
                "PUT",
                "/api/v1/calendars/prague/icalendar",
                file.getBytes(StandardCharsets.UTF_8),
                "Content-Type: text/calendar"));
        assertThat(heard.took()).isLessThan(Judge.LONGEST);
        assertThat(heard.status()).isLessThan(500);
    }
}
