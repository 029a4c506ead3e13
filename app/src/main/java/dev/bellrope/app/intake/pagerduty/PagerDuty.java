package dev.bellrope.app.intake.pagerduty;

import dev.bellrope.app.intake.Arrival;
import dev.bellrope.app.intake.JsonBodies;
import dev.bellrope.app.intake.PickedFacts;
import dev.bellrope.app.intake.WebhookParser;
import dev.bellrope.core.signal.Signal;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads the webhooks of PagerDuty: one signal per event, {@code incident.priority_updated} as {@code
 * alert.priority-updated}. Only rules can tell which account an event is about.
 */
@Component
public class PagerDuty implements WebhookParser {
    @Override
    public String name() {
        return "pagerduty";
    }

    @Override
    public String title() {
        return "PagerDuty";
    }

    @Override
    public List<Arrival> read(String source, JsonNode body, Instant received) {
        String id = required(body, "/event/id");
        String type = required(body, "/event/event_type");
        Instant at = requiredInstant(body, "/event/occurred_at");
        boolean incident = type.startsWith("incident.");
        if (incident) {
            required(body, "/event/data/id");
        }
        Signal signal = new Signal(
                source,
                id,
                (incident ? "alert." + type.substring("incident.".length()) : "pagerduty." + type).replace('_', '-'),
                at,
                "",
                "",
                incidentTitle(body),
                PickedFacts.from(body)
                        .take("incident", "/event/data/id")
                        .take("number", "/event/data/number")
                        .take("title", "/event/data/title")
                        .take("status", "/event/data/status")
                        .take("service", "/event/data/service/summary")
                        .take("priority", "/event/data/priority/summary")
                        .take("urgency", "/event/data/urgency")
                        .take("escalation_policy", "/event/data/escalation_policy/summary")
                        .list("assignees", "/event/data/assignees", "/summary")
                        .list("teams", "/event/data/teams", "/summary")
                        .take("by", "/event/agent/summary")
                        .take("opened_at", "/event/data/created_at")
                        .take("url", "/event/data/html_url")
                        .facts());
        return List.of(
                incident
                        ? Arrival.of(signal, body)
                        : Arrival.ignored(signal, body, "PagerDuty's " + type + " is about no incident."));
    }

    /**
     * Returns the title of the incident; events about a part of it, such as a note, name the incident one level below.
     */
    private static String incidentTitle(JsonNode body) {
        String title = JsonBodies.text(body, "/event/data/title");
        return title.isEmpty() ? JsonBodies.text(body, "/event/data/incident/summary") : title;
    }
}
