package dev.bellrope.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.intake.IntakeApp.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class WebhooksTest {
    private static final String JSON = "application/json";
    private static IntakeApp intake;

    @BeforeAll
    static void start() {
        intake = IntakeApp.start();
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    private static String alert(String fingerprint, String status, String labels) {
        return """
                {"status":"firing","receiver":"r","alerts":[{"status":"%s","labels":{%s},"annotations":{},
                 "startsAt":"2026-03-06T15:00:00Z","endsAt":"2026-03-06T15:10:00Z","fingerprint":"%s"}]}""".formatted(status, labels, fingerprint);
    }

    private static String incident(String id, String service) {
        return """
                {"event":{"id":"%s","event_type":"incident.triggered","occurred_at":"2026-03-06T15:00:00Z",
                 "data":{"id":"Q1","title":"Slow","urgency":"high","service":{"summary":"%s"}}}}""".formatted(id, service);
    }

    private static String comment(String id, String email) {
        return """
                {"timestamp":1772809200000,"webhookEvent":"comment_created","issue":{"id":"1","key":"T-1","fields":{}},
                 "comment":{"id":"%s","created":"2026-03-06T15:00:00.000+0000","body":"Hello",
                 "author":{"displayName":"A","emailAddress":"%s"}}}""".formatted(id, email);
    }

    private static JsonNode kept(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        return intake.get("/api/v1/signals/" + answer.text("/results/0/signal")).body();
    }

    @Test
    void T77_anAlertThatIsRepeatedIsOneSignalAndItsEndAnother() {
        String path = "/api/v1/webhooks/alertmanager";
        String labels = "\"alertname\":\"Down\",\"account\":\"ACME\"";
        assertThat(intake.post(path, JSON, alert("f1", "firing", labels)).text("/results/0/status"))
                .isEqualTo("accepted");
        assertThat(intake.post(path, JSON, alert("f1", "firing", labels)).text("/results/0/status"))
                .isEqualTo("duplicate");
        JsonNode end = kept(intake.post(path, JSON, alert("f1", "resolved", labels)));
        assertThat(end.at("/kind").asString()).isEqualTo("alert.resolved");
        assertThat(end.at("/at").asString()).isEqualTo("2026-03-06T15:10:00Z");
    }

    @Test
    void rulesSayWhichAccountAndKindABodyMeans() {
        Answer put = intake.put("/api/v1/intake-rules/pagerduty", """
                {"rules":[
                  {"when":[{"at":"/event/data/service/summary","is":"Checkout"}],"account":"ACME"},
                  {"when":[{"at":"/event/data/service/summary","matches":"^Cust "}],"account":"GLOBEX","data":{"nature":"technical"}},
                  {"heard":"alert.triggered","when":[{"at":"/event/data/urgency","present":true}],"kind":"alert.urgent",
                   "data":{"nature":"other","impact":"high"}}]}""");
        assertThat(put.status()).as(put.body().toString()).isEqualTo(200);
        assertThat(intake.get("/api/v1/intake-rules/pagerduty").body()).isEqualTo(put.body());
        JsonNode checkout = kept(intake.post("/api/v1/webhooks/pagerduty", JSON, incident("p1", "Checkout")));
        assertThat(checkout.at("/account").asString()).isEqualTo("ACME");
        assertThat(checkout.at("/kind").asString()).isEqualTo("alert.urgent");
        JsonNode customer = kept(intake.post("/api/v1/webhooks/pagerduty", JSON, incident("p2", "Cust 7")));
        assertThat(customer.at("/account").asString()).isEqualTo("GLOBEX");
        assertThat(customer.at("/data/nature").asString()).isEqualTo("technical");
        assertThat(customer.at("/data/impact").asString()).isEqualTo("high");
        JsonNode unmatched = kept(intake.post("/api/v1/webhooks/pagerduty", JSON, incident("p3", "Internal")));
        assertThat(unmatched.at("/state").asString()).isEqualTo("unmapped");
    }

    @Test
    void aRuleTellsRepliesFromNotesAndTheCustomersWords() {
        intake.put("/api/v1/intake-rules/jira/desk", """
                {"rules":[
                  {"heard":"ticket.note","when":[{"at":"/comment/author/emailAddress","matches":"@us\\\\.example$"}],"kind":"ticket.reply"},
                  {"heard":"ticket.note","when":[{"at":"/comment/author/emailAddress","matches":"@acme\\\\.example$"}],
                   "kind":"ticket.customer-message","account":"ACME"}]}""");
        String path = "/api/v1/webhooks/jira/desk";
        assertThat(kept(intake.post(path, JSON, comment("1", "a@us.example")))
                        .at("/kind")
                        .asString())
                .isEqualTo("ticket.reply");
        JsonNode customer = kept(intake.post(path, JSON, comment("2", "b@acme.example")));
        assertThat(customer.at("/kind").asString()).isEqualTo("ticket.customer-message");
        assertThat(customer.at("/account").asString()).isEqualTo("ACME");
        JsonNode note = kept(intake.post(path, JSON, comment("3", "c@other.example")));
        assertThat(note.at("/kind").asString()).isEqualTo("ticket.note");
        assertThat(note.at("/account").asString())
                .as("the ticket is known to be ACME's")
                .isEqualTo("ACME");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            no array            | {"rules":{}}                                                   | /rules
            unknown field       | {"rules":[{"acount":"A"}]}                                     | /rules/0/acount
            sets nothing        | {"rules":[{"when":[]}]}                                        | /rules/0
            two tests           | {"rules":[{"kind":"k","when":[{"at":"/a","is":1,"present":true}]}]} | /rules/0/when/0
            no pointer          | {"rules":[{"kind":"k","when":[{"at":"a","is":1}]}]}        | /rules/0/when/0/at
            broken expression   | {"rules":[{"kind":"k","when":[{"at":"/a","matches":"("}]}]}    | /rules/0/when/0/matches
            both accounts       | {"rules":[{"account":"A","accountFrom":"/a"}]}                 | /rules/0
            """)
    void wrongRulesAreRefusedWithTheirPlace(String name, String body, String pointer) {
        Answer answer = intake.put("/api/v1/intake-rules/statuspage", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @ParameterizedTest(name = "{0} without {2}")
    @CsvSource(delimiter = '|', textBlock = """
            jira         | {}                                                            | /webhookEvent
            jira         | {"webhookEvent":"jira:issue_created"}                         | /issue/key
            pagerduty    | {"event":{"id":"1"}}                                          | /event/event_type
            pagerduty    | {"event":{"id":"1","event_type":"incident.x","occurred_at":"then"}} | /event/occurred_at
            alertmanager | {"status":"firing"}                                           | /alerts
            alertmanager | {"alerts":[{"labels":{},"status":"firing"}]}                  | /alerts/0/startsAt
            statuspage   | {"page":{}}                                                   | /incident
            statuspage   | {"incident":{"id":"i","status":"resolved"}}                   | /incident/updated_at
            statuspage   | [1]                                                           | /incident
            """)
    void aBodyOfAnotherProductIsRefusedWithTheFieldThatWasMissed(String product, String body, String pointer) {
        Answer answer = intake.post("/api/v1/webhooks/" + product, JSON, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.text("/detail")).contains(pointer);
    }

    @Test
    void updatesOfAnIncidentThatAreNoListAreNone() {
        Answer answer = intake.post("/api/v1/webhooks/statuspage", JSON, """
                {"page":{"id":"p"},"incident":{"id":"odd","name":"API down","status":"investigating",
                 "updated_at":"2026-03-06T15:00:00Z","incident_updates":{"a":"b"}}}""");
        assertThat(answer.status()).isEqualTo(202);
    }

    @Test
    void unknownAddressesTypesAndSizes() {
        assertThat(intake.post("/api/v1/webhooks/trello", JSON, "{}").status()).isEqualTo(404);
        assertThat(intake.post("/api/v1/webhooks/jira/UPPER", JSON, "{}").status())
                .isEqualTo(400);
        assertThat(intake.post("/api/v1/webhooks/jira", "text/plain", "{}").status())
                .isEqualTo(415);
        assertThat(intake.post("/api/v1/webhooks/jira", JSON, " ".repeat(1024 * 1024 + 1))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void aSignedAddressRefusesWhatIsNotSignedAndNeverShowsItsSecret() throws Exception {
        String secret = "correct horse";
        for (String[] row : new String[][] {
            {"pagerduty/signed", "pagerduty", "X-PagerDuty-Signature", "v1=0000,v1="},
            {"pagerduty/hub", "hub", "X-Hub-Signature", "sha256="}
        }) {
            Answer set = intake.put(
                    "/api/v1/intake-secrets/" + row[0],
                    "{\"scheme\":\"%s\",\"secret\":\"%s\"}".formatted(row[1], secret));
            assertThat(set.status()).isEqualTo(200);
            assertThat(set.body().toString()).doesNotContain(secret);
            String path = "/api/v1/webhooks/" + row[0];
            String body = incident("s-" + row[1], "Checkout");
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String signature = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
            assertThat(intake.post(path, JSON, body).status()).isEqualTo(401);
            assertThat(intake.post(path, JSON, body + " ", row[2], row[3] + signature)
                            .status())
                    .isEqualTo(401);
            assertThat(intake.post(path, JSON, body, row[2], row[3] + signature).status())
                    .isEqualTo(202);
            assertThat(intake.delete("/api/v1/intake-secrets/" + row[0]).status())
                    .isEqualTo(204);
            assertThat(intake.post(path, JSON, body).status()).isEqualTo(202);
        }
    }

    @Test
    void standardWebhooksSignatures() throws Exception {
        String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        assertThat(intake.put(
                                "/api/v1/intake-secrets/statuspage/x",
                                "{\"scheme\":\"standard-webhooks\",\"secret\":\"whsec_\"}")
                        .status())
                .isEqualTo(400);
        intake.put(
                "/api/v1/intake-secrets/pagerduty/standard",
                "{\"scheme\":\"standard-webhooks\",\"secret\":\"%s\"}".formatted(secret));
        String body = incident("s-standard", "Checkout");
        // The library measures the age of a message by the time of the world.
        long now = Instant.now().getEpochSecond();
        String right = new com.standardwebhooks.Webhook(secret).sign("msg_1", now, body);
        String old = new com.standardwebhooks.Webhook(secret).sign("msg_1", now - 301, body);
        String path = "/api/v1/webhooks/pagerduty/standard";
        assertThat(signed(path, body, now, "v1,AAAA " + right)).isEqualTo(202);
        assertThat(signed(path, body, now - 301, old)).isEqualTo(401);
        assertThat(signed(path, body + " ", now, right)).isEqualTo(401);
        assertThat(signed(path, body, now, "v2,AAAA")).isEqualTo(401);
        assertThat(intake.post(path, JSON, body).status()).isEqualTo(401);
    }

    private static int signed(String path, String body, long timestamp, String signature) {
        return intake.post(
                        path,
                        JSON,
                        body,
                        "Webhook-Id",
                        "msg_1",
                        "Webhook-Timestamp",
                        "" + timestamp,
                        "Webhook-Signature",
                        signature)
                .status();
    }
}
