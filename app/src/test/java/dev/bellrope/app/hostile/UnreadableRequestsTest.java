package dev.bellrope.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.access.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/** What the server cannot read is the caller's affair, and is said to be. Each of these was a failure of ours once. */
class UnreadableRequestsTest {
    private static final byte[] NOTHING = new byte[0];

    private static RunningApp app;
    private static Caller program;
    private static Caller person;
    private static Wire wire;

    @BeforeAll
    static void start() {
        app = RunningApp.with(Clock.systemUTC()).share();
        wire = new Wire(app.port());
        program = Caller.program(app);
        person = Caller.person(app, Role.AGENT);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static void isRefused(Heard heard, int status, String reason) {
        assertThat(heard.status()).as(heard.text()).isEqualTo(status);
        assertThat(heard.text()).contains(reason).doesNotContain("reference");
    }

    @Test
    void moreLanguagesThanAnybodySpeaks() {
        Sent many = Sent.of("GET", "/my-access", NOTHING, "Accept-Language: " + "cs,".repeat(1_000) + "de");
        assertThat(person.send(many).status()).isEqualTo(200);
    }

    @Test
    void aParameterThatIsNotPercentEncoded() {
        isRefused(program.get("/api/v1/calendars?after=%zz%"), 400, "percent-encoded");
        isRefused(person.get("/accounts?all=%zz%"), 400, "percent-encoded");
        isRefused(person.get("/accounts?all=%ff%fe"), 400, "percent-encoded");
    }

    @Test
    void aParameterThatAFilterReadsFirst() {
        try (CapturedLog log =
                new CapturedLog(app.get(Environment.class).getRequiredProperty("logging.pattern.console"))) {
            isRefused(
                    wire.send(Sent.of("POST", "/api/v1/webhooks/jira?token=brt_secret%zz%", NOTHING)),
                    400,
                    "percent-encoded");
            assertThat(log.entries()).noneMatch(entry -> entry.contains("brt_secret"));
        }
    }

    @Test
    void aFormThatIsNotOfItsCharset() {
        byte[] notEbcdic = {(byte) 0xfe, (byte) 0xff, 0, '{'};
        Sent form = Sent.of(
                "POST", "/escalations", notEbcdic, "Content-Type: application/x-www-form-urlencoded; charset=utf-16");
        assertThat(person.send(form).status()).isBetween(400, 499);
    }

    @Test
    void aBodyThatEndsTooEarly() {
        byte[] body = "{\"text\":\"a\"}".getBytes(StandardCharsets.UTF_8);
        for (String path : new String[] {"/api/v1/signals", "/api/v1/escalations", "/api/v1/escalations/ESC-1/notes"}) {
            isRefused(
                    program.send(Sent.of("POST", path, body, "Content-Type: application/json", "Content-Length: 500")),
                    400,
                    "ended too early");
            isRefused(
                    program.send(Sent.of(
                            "POST", path, body, "Content-Type: application/json", "Transfer-Encoding: chunked")),
                    400,
                    "ended too early");
            isRefused(
                    program.send(Sent.of(
                            "POST", path, body, "Content-Type: multipart/form-data", "Transfer-Encoding: chunked")),
                    400,
                    "ended too early");
        }
    }

    @Test
    void aMultipartFormThatEndsTooEarly() {
        byte[] cut = "--bell\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nformat"
                .getBytes(StandardCharsets.UTF_8);
        isRefused(
                person.send(Sent.of("POST", "/playbook/new", cut, "Content-Type: multipart/form-data; boundary=bell")),
                400,
                "multipart/form-data, with its boundary");
    }

    @Test
    void aMultipartFormWhoseBodyIsBrokenDoesNothing() {
        Caller administrator = Caller.person(app, Role.ADMINISTRATOR);
        UUID user = app.client()
                .sql("select user_id from users limit 1")
                .query(UUID.class)
                .single();
        Sent form = Sent.of(
                "POST",
                "/settings/users/" + user + "/disabling",
                "--bell\r\n".repeat(20_000).getBytes(StandardCharsets.UTF_16),
                "Content-Type: multipart/form-data; boundary=bell",
                "Transfer-Encoding: chunked");
        assertThat(administrator.send(form).status()).isEqualTo(400);
        assertThat(app.client()
                        .sql("select count(*) from users where disabled_at is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aContentTypeWithAWildcard() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        isRefused(
                program.send(Sent.of("POST", "/api/v1/escalations/ESC-1/notes", body, "Content-Type: */*")),
                415,
                "without wildcards");
    }

    @Test
    void aCompressedBodyIsNeverUnpacked() {
        Sent bomb = Sent.of(
                "POST",
                "/api/v1/signals",
                Bodies.bomb(),
                "Content-Type: application/cloudevents+json",
                "Content-Encoding: gzip");
        isRefused(program.send(bomb), 415, "Content-Encoding");
    }

    @Test
    void jsonThatIsNotUtf8IsCalledThat() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_16);
        isRefused(
                program.send(Sent.of("POST", "/api/v1/escalations", body, "Content-Type: application/json")),
                400,
                "not UTF-8");
    }

    @Test
    void aNullWithinAList() {
        byte[] body = "{\"account\":\"acme\",\"title\":\"a\",\"tickets\":[null]}".getBytes(StandardCharsets.UTF_8);
        app.get(dev.bellrope.app.directory.Entries.class)
                .put(
                        new dev.bellrope.app.directory.entry.Entry.AccountEntry(
                                "acme", "ACME", "", "", java.util.Map.of(), java.util.Map.of()),
                        java.util.OptionalLong.empty(),
                        "test");
        isRefused(
                program.send(Sent.of("POST", "/api/v1/escalations", body, "Content-Type: application/json")),
                422,
                "an entry of tickets");
    }

    @Test
    void whatTheFirewallRefusesIsSaid() {
        isRefused(program.get("/api/v1/calendars;a=b/x"), 400, "characters that are never accepted");
        isRefused(person.get("//accounts"), 400, "characters that are never accepted");
    }

    @Test
    void aCursorThatIsNoCursorIsToldWhatOneIs() {
        isRefused(program.get("/api/v1/signals?after=true"), 400, "a UUID");
    }
}
