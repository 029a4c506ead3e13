package dev.bellrope.app.intake.statuspage;

import dev.bellrope.app.intake.Arrival;
import dev.bellrope.app.intake.JsonBodies;
import dev.bellrope.app.intake.PickedFacts;
import dev.bellrope.app.intake.SignalRefused;
import dev.bellrope.app.intake.WebhookParser;
import dev.bellrope.core.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads the webhooks of Statuspage: one signal for the newest update of an incident, {@code incident.identified} or
 * {@code incident.resolved}, or for a change of a component, {@code component.major-outage}. Only rules can tell which
 * account it is about.
 */
@Component
public class Statuspage implements WebhookParser {
    @Override
    public String name() {
        return "statuspage";
    }

    @Override
    public String title() {
        return "Statuspage";
    }

    @Override
    public List<Arrival> read(String source, JsonNode body, Instant received) {
        if (body.path("incident").isObject()) {
            return List.of(Arrival.of(incident(source, body), body));
        }
        if (body.path("component_update").isObject()) {
            return List.of(Arrival.of(component(source, body), body));
        }
        throw SignalRefused.at(
                "/incident", "This is no Statuspage webhook body: neither /incident nor /component_update is there.");
    }

    private Signal incident(String source, JsonNode body) {
        String incident = required(body, "/incident/id");
        JsonNode updates = body.at("/incident/incident_updates");
        int newest = newest(updates);
        String update = "/incident/incident_updates/" + newest;
        boolean updated = newest >= 0;
        String status = updated ? required(body, update + "/status") : required(body, "/incident/status");
        Instant at = requiredInstant(body, updated ? update + "/created_at" : "/incident/updated_at");
        return new Signal(
                source,
                incident + "/" + (updated ? required(body, update + "/id") : at),
                kind("incident.", status),
                at,
                "",
                "",
                JsonBodies.text(body, "/incident/name"),
                PickedFacts.from(body)
                        .put("incident", incident)
                        .put("status", status)
                        .take("title", "/incident/name")
                        .take("impact", "/incident/impact")
                        .take("body", update + "/body")
                        .list("components", "/incident/components", "/name")
                        .take("page", "/page/id")
                        .take("opened_at", "/incident/created_at")
                        .take("url", "/incident/shortlink")
                        .facts());
    }

    private Signal component(String source, JsonNode body) {
        return new Signal(
                source,
                required(body, "/component_update/id"),
                kind("component.", required(body, "/component_update/new_status")),
                requiredInstant(body, "/component_update/created_at"),
                "",
                "",
                JsonBodies.text(body, "/component/name"),
                PickedFacts.from(body)
                        .take("component", "/component/name")
                        .take("status", "/component_update/new_status")
                        .take("previous_status", "/component_update/old_status")
                        .take("page", "/page/id")
                        .facts());
    }

    private static String kind(String prefix, String status) {
        return prefix + status.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the index of the newest update, whatever their order; -1 if there is none. */
    private static int newest(JsonNode updates) {
        if (!updates.isArray()) {
            return -1;
        }
        int newest = -1;
        Instant latest = Instant.MIN;
        for (int index = 0; index < updates.size(); index++) {
            Instant at = JsonBodies.instant(JsonBodies.text(updates.get(index), "/created_at"))
                    .orElse(Instant.MIN);
            if (newest < 0 || at.isAfter(latest)) {
                newest = index;
                latest = at;
            }
        }
        return newest;
    }
}
