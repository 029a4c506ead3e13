package dev.bellrope.app.intake.jira;

import dev.bellrope.app.intake.Arrival;
import dev.bellrope.app.intake.JsonBodies;
import dev.bellrope.app.intake.SignalRefused;
import dev.bellrope.app.intake.WebhookParser;
import dev.bellrope.core.signal.Signal;
import dev.bellrope.core.signal.SignalKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads the webhooks of Jira, whose issues are tickets. Jira Server sends each comment twice, alone and with its issue;
 * the one with the issue counts. Only rules can tell which account an issue belongs to, or an earlier signal about the
 * same issue.
 */
@Component
public class Jira implements WebhookParser {
    @Override
    public String name() {
        return "jira";
    }

    @Override
    public String title() {
        return "Jira";
    }

    @Override
    public List<Arrival> read(String source, JsonNode body, Instant received) {
        String event = required(body, "/webhookEvent");
        Instant at = at(body, received);
        return switch (event) {
            case "jira:issue_created" -> List.of(arrival(source, body, "created", SignalKind.TICKET_OPENED, at));
            case "jira:issue_deleted" -> List.of(arrival(source, body, "deleted", SignalKind.TICKET_DELETED, at));
            case "jira:issue_updated" -> updated(source, body, at);
            case "comment_created", "comment_updated", "comment_deleted" ->
                List.of(comment(source, body, event.substring("comment_".length()), at));
            default -> List.of(other(source, body, event, at));
        };
    }

    private Arrival arrival(String source, JsonNode body, String what, String kind, Instant at) {
        String key = required(body, "/issue/key");
        String id = "issue/" + required(body, "/issue/id") + "/" + what;
        return Arrival.of(JiraIssue.signal(source, id, kind, at, key, body, Map.of()), body);
    }

    private List<Arrival> updated(String source, JsonNode body, Instant at) {
        String type = JsonBodies.text(body, "/issue_event_type_name");
        String key = required(body, "/issue/key");
        List<Arrival> arrivals = new ArrayList<>();
        if (type.equals("issue_comment_deleted")) {
            return List.of(comment(source, body, "deleted", at));
        }
        if (body.path("comment").isObject()) {
            // Before Jira 7 there is no event type: an edited comment shows by its times.
            boolean edited = type.equals("issue_comment_edited")
                    || !JsonBodies.text(body, "/comment/created").equals(JsonBodies.text(body, "/comment/updated"));
            arrivals.add(comment(source, body, edited ? "updated" : "created", at));
        }
        String change = "change/"
                + (JsonBodies.text(body, "/changelog/id").isEmpty()
                        ? required(body, "/issue/id") + "/" + at.toEpochMilli()
                        : JsonBodies.text(body, "/changelog/id"));
        for (JiraChange.JiraChangePart part : JiraChange.parts(body, type)) {
            String id = change + "/" + part.kind().substring("ticket.".length());
            Signal signal = JiraIssue.signal(source, id, part.kind(), at, key, body, part.facts());
            arrivals.add(Arrival.of(signal, body));
        }
        if (arrivals.isEmpty()) {
            // For example a deleted comment, for which old servers send an update that does not say so.
            Signal signal =
                    JiraIssue.signal(source, change + "/changed", SignalKind.TICKET_CHANGED, at, key, body, Map.of());
            arrivals.add(Arrival.ignored(signal, body, "It does not say what changed."));
        }
        return arrivals;
    }

    private Arrival comment(String source, JsonNode body, String what, Instant at) {
        Instant when = what.equals("deleted")
                ? at
                : JsonBodies.instant(JsonBodies.text(body, "/comment/" + what)).orElse(at);
        String comment = JsonBodies.text(body, "/comment/id");
        String key = JsonBodies.text(body, "/issue/key");
        if (comment.isEmpty() && key.isEmpty()) {
            throw SignalRefused.at(
                    "/comment/id", "This is no Jira webhook body: /comment/id and /issue/key are missing.");
        }
        String id = (comment.isEmpty() ? "issue/" + key + "/comment" : "comment/" + comment) + "/" + what
                + (what.equals("created") || (what.equals("deleted") && !comment.isEmpty())
                        ? ""
                        : "/" + when.toEpochMilli());
        String kind = JiraIssue.commentKind(body, what);
        if (key.isEmpty()) {
            Signal alone = JiraIssue.signal(source, id + "/alone", kind, when, "", body, Map.of());
            return Arrival.ignored(
                    alone, body, "The comment came without its issue; Jira sends it with the issue as well.");
        }
        return Arrival.of(JiraIssue.signal(source, id, kind, when, key, body, Map.of("comment", what)), body);
    }

    private Arrival other(String source, JsonNode body, String event, Instant at) {
        String id = "event/" + event + "/" + at.toEpochMilli();
        String kind = "jira." + event.replace("jira:", "").replace('_', '-');
        Signal signal = JiraIssue.signal(source, id, kind, at, JsonBodies.text(body, "/issue/key"), body, Map.of());
        return Arrival.ignored(signal, body, "Jira's " + event + " means nothing to a ticket.");
    }

    private static Instant at(JsonNode body, Instant received) {
        JsonNode timestamp = body.path("timestamp");
        return timestamp.isIntegralNumber() ? Instant.ofEpochMilli(timestamp.longValue()) : received;
    }
}
