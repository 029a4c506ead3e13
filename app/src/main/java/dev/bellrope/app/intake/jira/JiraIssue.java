package dev.bellrope.app.intake.jira;

import dev.bellrope.app.intake.JsonBodies;
import dev.bellrope.app.intake.PickedFacts;
import dev.bellrope.core.signal.Signal;
import dev.bellrope.core.signal.SignalKind;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads what the issue in a body says, whatever happened to it. */
final class JiraIssue {
    private JiraIssue() {}

    static Signal signal(
            String source, String id, String kind, Instant at, String key, JsonNode body, Map<String, Object> more) {
        Map<String, Object> facts = facts(body);
        facts.putAll(more);
        String summary = JsonBodies.text(body, "/issue/fields/summary");
        return new Signal(source, id, kind, at, "", key, summary, facts);
    }

    /**
     * Returns the kind of signal for a comment. The author decides what a new comment is: Jira Service Management marks
     * its customers; otherwise it is a note, which neither keeps nor breaks a promise unless a rule says more.
     */
    static String commentKind(JsonNode body, String what) {
        if (!what.equals("created")) {
            return SignalKind.TICKET_CHANGED;
        }
        boolean internal = body.at("/comment/jsdPublic").isBoolean()
                && !body.at("/comment/jsdPublic").booleanValue();
        boolean byCustomer =
                JsonBodies.text(body, "/comment/author/accountType").equals("customer");
        return byCustomer && !internal ? SignalKind.TICKET_CUSTOMER_MESSAGE : SignalKind.TICKET_NOTE;
    }

    private static Map<String, Object> facts(JsonNode body) {
        String who = body.path("comment").isObject() ? "/comment/author" : "/user";
        return PickedFacts.from(body)
                .take("priority", "/issue/fields/priority/name")
                .take("status", "/issue/fields/status/name")
                .take("resolution", "/issue/fields/resolution/name")
                .take("type", "/issue/fields/issuetype/name")
                .take("project", "/issue/fields/project/key")
                .take("product", "/issue/fields/components/0/name")
                .list("components", "/issue/fields/components", "/name")
                .list("tags", "/issue/fields/labels", "")
                .take("assignee", "/issue/fields/assignee/displayName")
                .take("reporter", "/issue/fields/reporter/displayName")
                .take("reporter_email", "/issue/fields/reporter/emailAddress")
                .take("by", who + "/displayName")
                .take("by_email", who + "/emailAddress")
                .take("message", "/comment/body")
                .facts();
    }
}
