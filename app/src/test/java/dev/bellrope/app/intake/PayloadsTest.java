package dev.bellrope.app.intake;

import static dev.bellrope.app.intake.IntakeApp.EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.intake.IntakeApp.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What each body of a real product means here, one row a file. */
class PayloadsTest {
    /** File, answer, and for each signal its kind, ticket (- for none), time, and facts that tell it from others. */
    private static final String TABLE = """
            alertmanager/card-grafana-inspired-payload.json | 202 | alert.firing - 2020-10-11T14:34:11.279383Z alertname=JustATestAlert_1 ; alert.firing - 2020-10-11T14:34:11.279383Z severity=info ; alert.firing - 2020-10-11T14:34:11.279383Z receiver=whatever_promstack_with_resolve
            alertmanager/prom_post_request.json | 202 | alert.firing - 2018-03-07T11:33:21.873077Z severity=warning
            cloudevents/base64_json_data.json | 202 | mock.test sub 2018-04-26T12:48:09Z
            cloudevents/base64_json_data_with_ext.json | 202 | mock.test sub 2018-04-26T12:48:09Z anumber=10
            cloudevents/base64_text_data.json | 202 | mock.test sub 2018-04-26T12:48:09Z body=Hello_World_Lorena!
            cloudevents/base64_xml_data.json | 202 | mock.test sub 2018-04-26T12:48:09Z body=<stuff></stuff>
            cloudevents/binary_attr.json | 202 | mock.test - 2026-03-06T15:30:00Z binary=4P8ARKo=
            cloudevents/fail_numeric_decimal.json | 400 | 42.42
            cloudevents/fail_numeric_long.json | 400 | 4247483647
            cloudevents/http-protocol-binding.feature | 400 | JSON
            cloudevents/json_data.json | 202 | mock.test sub 2018-04-26T12:48:09Z
            cloudevents/json_data_with_ext.json | 202 | mock.test sub 2018-04-26T12:48:09Z astring=aaa aboolean=true anumber=10
            cloudevents/json_data_with_ext_invalid.json | 400 | a_invalid_name
            cloudevents/json_data_with_ext_upper_case.json | 202 | mock.test sub 2018-04-26T12:48:09Z astring=aaa aboolean=true anumber=10
            cloudevents/json_data_with_fractional_time.json | 202 | mock.test sub 2018-04-26T14:48:09.123400Z
            cloudevents/min.json | 202 | mock.test - 2026-03-06T15:30:00Z
            cloudevents/min_subject_null.json | 202 | mock.test - 2026-03-06T15:30:00Z
            cloudevents/numeric_ext.json | 202 | mock.test - 2026-03-06T15:30:00Z integer=42 decimal=42.42 long=4200
            cloudevents/text_data.json | 202 | mock.test sub 2018-04-26T12:48:09Z body=Hello_World_Lorena!
            cloudevents/xml_data.json | 202 | mock.test sub 2018-04-26T12:48:09Z body=<stuff></stuff>
            jira-webhooks/webhook-cloud-comment-created-mention-user.json | 202 | ticket.note TES-41 2019-02-16T03:11:18.321Z by=Test_User
            jira-webhooks/webhook-cloud-comment-created.json | 202 | ticket.note TES-41 2019-02-16T03:11:18.321Z message=Added_a_comment priority=High
            jira-webhooks/webhook-cloud-comment-deleted.json | 202 | ticket.changed KT-7 2019-10-08T05:42:25.538Z comment=deleted
            jira-webhooks/webhook-cloud-comment-updated.json | 202 | ticket.changed TES-41 2019-02-16T03:12:08.432Z comment=updated
            jira-webhooks/webhook-cloud-issue-created-many-fields.json | 202 | ticket.opened KT-22 2019-08-27T19:43:24.475Z priority=Medium assignee=Sample_User
            jira-webhooks/webhook-cloud-issue-updated-custom-field.json | 202 | ticket.changed TES-14 2019-08-12T01:49:13.414Z mjk_number_field=12 previous_mjk_number_field=1
            jira-webhooks/webhook-issue-assigned-empty-changelog.json | 202 | ticket.assigned TEST-123 2024-08-20T18:47:42.935Z assignee=John_Doe
            jira-webhooks/webhook-issue-comment-created-indentation.json | 202 | ticket.note TEST-4 2020-06-27T00:44:57.013Z by_email=sample@yahoo.com
            jira-webhooks/webhook-issue-created-no-description-nor-relevant-fields.json | 202 | ticket.opened TES-41 2019-02-16T03:01:53.023Z project=TES
            jira-webhooks/webhook-issue-created-no-description.json | 202 | ticket.opened TES-41 2019-02-16T03:01:53.023Z priority=High
            jira-webhooks/webhook-issue-created-no-relevant-fields.json | 202 | ticket.opened TES-41 2019-02-16T03:01:53.023Z project=TES
            jira-webhooks/webhook-issue-created-with-security-level.json | 202 | ticket.opened TES-41 2019-02-16T03:01:53.023Z priority=High
            jira-webhooks/webhook-issue-created.json | 202 | ticket.opened TES-41 2019-02-16T03:01:53.023Z priority=High product=COMP-1 tags=["test-label"] reporter_email=some-instance-test@gmail.com
            jira-webhooks/webhook-issue-deleted.json | 202 | ticket.deleted IDT-19 2019-07-03T18:05:36.176Z
            jira-webhooks/webhook-issue-updated-assigned-nobody.json | 202 | ticket.changed TES-41 2019-02-16T21:10:32.604Z assignee= previous_assignee=Test_User
            jira-webhooks/webhook-issue-updated-assigned-on-server.json | 202 | ticket.assigned PRJA-37 2019-06-27T15:32:51.497Z assignee=Test_User
            jira-webhooks/webhook-issue-updated-assigned.json | 202 | ticket.assigned TES-41 2019-02-16T03:18:01.752Z assignee=Test_User by=Test_User
            jira-webhooks/webhook-issue-updated-attachments.json | 202 | ticket.changed TES-41 2019-02-16T21:12:10.065Z changed=["attachment"]
            jira-webhooks/webhook-issue-updated-components.json | 202 | ticket.changed TES-10 2019-12-05T14:38:23.833Z component=Special_Component
            jira-webhooks/webhook-issue-updated-edited.json | 202 | ticket.changed TES-41 2019-02-16T03:10:01.840Z changed=["description"]
            jira-webhooks/webhook-issue-updated-fix-version.json | 202 | ticket.changed TES-41 2019-02-16T03:07:51.789Z fix_version=v2
            jira-webhooks/webhook-issue-updated-issue-type.json | 202 | ticket.changed TES-41 2019-02-16T03:07:51.789Z issuetype=Bug
            jira-webhooks/webhook-issue-updated-labels.json | 202 | ticket.changed TES-41 2019-02-16T21:12:10.065Z labels=sad_test-label
            jira-webhooks/webhook-issue-updated-lowered-priority.json | 202 | ticket.changed TES-41 2019-02-16T21:13:52.565Z priority=Low previous_priority=High priority_change=lowered
            jira-webhooks/webhook-issue-updated-multiple-custom-fields.json | 202 | ticket.changed TES-41 2019-02-16T21:12:10.065Z field_name=Value_2
            jira-webhooks/webhook-issue-updated-multiple-values.json | 202 | ticket.assigned TES-41 2019-02-16T03:07:51.789Z assignee=Test_User ; ticket.changed TES-41 2019-02-16T03:07:51.789Z fix_version=v2
            jira-webhooks/webhook-issue-updated-raised-priority.json | 202 | ticket.changed TES-41 2019-02-16T21:15:16.080Z priority=High previous_priority=Low priority_change=raised
            jira-webhooks/webhook-issue-updated-rank.json | 202 | ticket.changed TES-41 2019-02-16T21:12:10.065Z rank=ranked_higher
            jira-webhooks/webhook-issue-updated-renamed.json | 202 | ticket.changed TES-41 2019-02-16T03:07:51.789Z changed=["summary"]
            jira-webhooks/webhook-issue-updated-reopened-one-changelog.json | 202 | ticket.reopened TES-41 2019-02-16T03:17:06.531Z previous_resolution=Done
            jira-webhooks/webhook-issue-updated-reopened.json | 202 | ticket.reopened TES-41 2019-02-16T03:17:06.531Z previous_status=Done
            jira-webhooks/webhook-issue-updated-resolved-one-changelog.json | 202 | ticket.resolved TES-41 2019-02-16T03:15:40.507Z resolution=Done
            jira-webhooks/webhook-issue-updated-resolved.json | 202 | ticket.resolved TES-41 2019-02-16T03:15:40.507Z previous_status=In_Progress
            jira-webhooks/webhook-issue-updated-sprint.json | 202 | ticket.changed TES-41 2019-02-16T21:12:10.065Z sprint=Sprint_2
            jira-webhooks/webhook-issue-updated-started-working.json | 202 | ticket.changed TES-41 2019-02-16T03:14:22.039Z status=In_Progress previous_status=To_Do
            jira-webhooks/webhook-server-comment-created.json | 202 | ignored ticket.note - 2019-06-04T00:15:17.234Z
            jira-webhooks/webhook-server-comment-deleted.json | 202 | ignored ticket.changed - 2019-06-04T01:08:08.109Z
            jira-webhooks/webhook-server-comment-updated.json | 202 | ignored ticket.changed - 2019-06-04T00:53:33.665Z
            jira-webhooks/webhook-server-issue-updated-closed.json | 202 | ticket.closed TES-4 2019-08-14T03:07:58.358Z previous_status=Resolved
            jira-webhooks/webhook-server-issue-updated-comment-deleted.json | 202 | ticket.changed PRJX-14 2019-06-04T01:08:08.109Z comment=deleted
            jira-webhooks/webhook-server-issue-updated-comment-edited.json | 202 | ticket.changed PRJX-14 2019-06-04T00:53:33.665Z comment=updated
            jira-webhooks/webhook-server-issue-updated-commented-1.json | 202 | ticket.note PRJX-14 2019-06-04T00:15:17.234Z message=unik
            jira-webhooks/webhook-server-issue-updated-commented-2.json | 202 | ticket.note PRJA-42 2019-06-28T21:32:16.057Z by_email=test.user@test.com
            jira-webhooks/webhook-server-issue-updated-commented-3.json | 202 | ticket.note PRJA-42 2019-06-28T21:32:16.057Z by_email=test.user@test.com
            jira-webhooks/webhook-server-issue-updated-commented-mention-user.json | 202 | ticket.note PRJX-14 2019-06-04T00:15:17.234Z by=Person_7
            jira-webhooks/webhook-server-issue-updated-in-progress.json | 202 | ticket.changed TES-4 2019-08-14T03:02:33.680Z previous_status=Reopened
            jira-webhooks/webhook-server-issue-updated-many-fields.json | 202 | ticket.changed HEY-15 2019-09-03T06:03:39.156Z priority=Highest changed=["labels"]
            jira-webhooks/webhook-server-issue-updated-reopened.json | 202 | ticket.reopened TES-4 2019-08-14T03:01:43.657Z previous_status=Resolved
            jira-webhooks/webhook-server-issue-updated-resolved.json | 202 | ticket.resolved TES-4 2019-08-12T23:23:02.025Z resolution=Done
            jira-webhooks/webhook-server-old-issue-updated-no-event-type-assigned.json | 202 | ticket.assigned TES-41 2019-02-16T03:18:01.752Z assignee=Test_User
            jira-webhooks/webhook-server-old-issue-updated-no-event-type-comment-deleted.json | 202 | ignored ticket.changed PRJX-14 2019-06-04T01:08:08.109Z
            jira-webhooks/webhook-server-old-issue-updated-no-event-type-comment-edited.json | 202 | ticket.changed PRJX-14 2019-06-04T00:53:33.665Z comment=updated
            jira-webhooks/webhook-server-old-issue-updated-no-event-type-commented.json | 202 | ticket.note PRJX-14 2019-06-04T00:15:17.234Z message=unik
            jira-webhooks/webhook-server-old-issue-updated-no-event-type-edited.json | 202 | ticket.changed TES-41 2019-02-16T03:10:01.840Z changed=["description"]
            jira-webhooks/webhook-server-updated-custom-field.json | 202 | ticket.changed TES-8 2019-08-12T01:41:00.611Z numfield=44545556 previous_numfield=445455561
            pagerduty/incident.acknowledged.json | 202 | alert.acknowledged - 2021-06-04T13:55:30.394Z incident=PQ1K5C8 urgency=high service=service
            pagerduty/incident.escalated.json | 202 | alert.escalated - 2026-04-01T02:08:04.642Z priority=P1 service=Default_Service assignees=["User_A"]
            pagerduty/incident.priority_updated.json | 202 | alert.priority-updated - 2026-04-01T02:15:36.315Z priority=P2 incident=Q3B15VLMF3ASBD
            servicenow-rest/incidents_REST.csv | 415 | Accepted
            standard-webhooks/vectors.json | 400 | specversion
            statuspage/incident_update.json | 202 | incident.resolved - 2017-12-26T07:37:20.785Z impact=none title=Database_query_delays components=["Management_Portal_(example)"]
            """;

    private static IntakeApp intake;

    @BeforeAll
    static void start() {
        SharedData.payloads();
        intake = IntakeApp.start();
        // PagerDuty's newest bodies are of April.
        intake.clock.set("2026-04-01T15:30:00Z");
    }

    @AfterAll
    static void stop() {
        if (intake != null) {
            intake.close();
        }
    }

    static Stream<Arguments> rows() {
        return TABLE.lines().map(row -> row.split(" \\| ")).map(row -> Arguments.of(row[0], row[1], row[2]));
    }

    @Test
    void everyFileHasARow() {
        Set<String> files = rows().map(row -> (String) row.get()[0]).collect(Collectors.toSet());
        assertThat(files).containsExactlyInAnyOrderElementsOf(SharedData.list());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void eachBodyMeansWhatOneWouldExpect(String file, int status, String expected) {
        Answer answer = deliver(file, file);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        if (status != 202) {
            assertThat(answer.text("/detail")).contains(expected);
            return;
        }
        List<JsonNode> results = results(answer);
        String[] signals = expected.split(" ; ", -1);
        assertThat(results).hasSize(signals.length);
        for (int index = 0; index < signals.length; index++) {
            assertSignal(kept(results.get(index)), signals[index]);
        }
        results(deliver(file, file))
                .forEach(again -> assertThat(again.at("/status").asString()).isEqualTo("duplicate"));
    }

    private static void assertSignal(JsonNode kept, String expected) {
        List<String> words = new ArrayList<>(List.of(expected.split(" ")));
        String state = words.getFirst().equals("ignored") ? words.removeFirst() : "unmapped";
        assertThat(kept.at("/state").asString()).isEqualTo(state);
        assertThat(kept.at("/kind").asString()).isEqualTo(words.get(0));
        assertThat(kept.at("/ticket").asString())
                .isEqualTo(words.get(1).replace("-", words.get(1).equals("-") ? "" : "-"));
        // An event without a time happened when it came.
        String time = words.get(2).equals("2026-03-06T15:30:00Z") ? "2026-04-01T15:30:00Z" : words.get(2);
        assertThat(kept.at("/at").asString()).isEqualTo(time);
        for (String fact : words.subList(3, words.size())) {
            String[] parts = fact.split("=", 2);
            JsonNode value = kept.at("/data/" + parts[0]);
            String text = value.isContainer() ? value.toString() : value.asString();
            assertThat(text.replace(' ', '_')).as(parts[0]).isEqualTo(parts[1]);
        }
    }

    /** Each file to an address of its own, since many bodies are variants of one event. */
    private static Answer deliver(String file, String name) {
        byte[] body = SharedData.read(file);
        String path = "/api/v1/webhooks/%s/"
                + name.replaceAll(".*/", "").replaceAll("\\.json$", "").toLowerCase(java.util.Locale.ROOT);
        String address = path.replace("/webhook-", "/").replace("no-event-type-", "");
        return switch (file.replaceAll("/.*", "")) {
            case "jira-webhooks" -> intake.post(address.formatted("jira"), "application/json", body);
            case "pagerduty", "alertmanager", "statuspage" ->
                intake.post(address.formatted(file.replaceAll("/.*", "")), "application/json", body);
            case "servicenow-rest" -> intake.post("/api/v1/signals", "text/csv", body);
            default -> {
                // All the events have the same id.
                String text = new String(body, java.nio.charset.StandardCharsets.UTF_8);
                yield intake.post("/api/v1/signals", EVENT, text.replace("\"id\": \"1\"", "\"id\": \"" + file + "\""));
            }
        };
    }

    private static List<JsonNode> results(Answer answer) {
        List<JsonNode> results = new ArrayList<>();
        if (answer.body().has("results")) {
            answer.body().at("/results").forEach(results::add);
        } else {
            results.add(answer.body());
        }
        return results;
    }

    private static JsonNode kept(JsonNode result) {
        return intake.get("/api/v1/signals/" + result.at("/signal").asString()).body();
    }
}
