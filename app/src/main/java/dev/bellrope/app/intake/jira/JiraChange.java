package dev.bellrope.app.intake.jira;

import dev.bellrope.app.intake.JsonBodies;
import dev.bellrope.core.signal.SignalKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Splits the change log of a body into up to three parts: a change of status or resolution, a new assignee, and changes
 * of other fields.
 */
final class JiraChange {
    /** The status in which an issue of Jira Service Management waits. */
    private static final String WAITING = "waiting for customer";

    private JiraChange() {}

    /** A kind of signal and its own facts. */
    record JiraChangePart(String kind, Map<String, Object> facts) {}

    /**
     * Returns the parts of a change.
     *
     * @param type Jira's own name of the event; empty in old versions
     */
    static List<JiraChangePart> parts(JsonNode body, String type) {
        Map<String, Object> life = new LinkedHashMap<>();
        Map<String, Object> others = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        @Nullable JsonNode assigned = null;
        @Nullable JsonNode status = null;
        @Nullable JsonNode resolution = null;
        for (JsonNode item : body.at("/changelog/items")) {
            String field = JsonBodies.text(item, "/field").toLowerCase(Locale.ROOT);
            switch (field) {
                case "status" -> status = item;
                case "resolution" -> resolution = item;
                case "assignee" -> assigned = item;
                default -> change(others, names, item);
            }
        }
        List<JiraChangePart> parts = new ArrayList<>();
        if (status != null || resolution != null) {
            put(life, "previous_status", status, "/fromString");
            put(life, "previous_resolution", resolution, "/fromString");
            parts.add(life(body, type, status, resolution, life));
        }
        if (assigned != null && JsonBodies.text(assigned, "/toString").isEmpty()) {
            names.add("assignee");
            others.put("assignee", "");
            put(others, "previous_assignee", assigned, "/fromString");
        } else if (assigned != null || type.equals("issue_assigned")) {
            parts.add(new JiraChangePart(SignalKind.TICKET_ASSIGNED, assignee(assigned)));
        }
        if (!names.isEmpty()) {
            others.put("changed", names);
            parts.add(new JiraChangePart(SignalKind.TICKET_CHANGED, others));
        }
        return parts;
    }

    private static JiraChangePart life(
            JsonNode body,
            String type,
            @Nullable JsonNode status,
            @Nullable JsonNode resolution,
            Map<String, Object> facts) {
        String to = text(status, "/toString");
        String from = text(status, "/fromString");
        boolean done =
                JsonBodies.text(body, "/issue/fields/status/statusCategory/key").equals("done");
        if (to.equalsIgnoreCase("closed") || type.equals("issue_closed")) {
            return new JiraChangePart(SignalKind.TICKET_CLOSED, facts);
        }
        if (!text(resolution, "/toString").isEmpty() || (resolution == null && done)) {
            return new JiraChangePart(SignalKind.TICKET_RESOLVED, facts);
        }
        if (resolution != null || type.equals("issue_reopened") || to.equalsIgnoreCase("reopened")) {
            return new JiraChangePart(SignalKind.TICKET_REOPENED, facts);
        }
        if (to.equalsIgnoreCase(WAITING)) {
            facts.put("reason", "waiting-on-customer");
            return new JiraChangePart(SignalKind.TICKET_PAUSED, facts);
        }
        facts.put("changed", List.of("status"));
        return new JiraChangePart(
                from.equalsIgnoreCase(WAITING) ? SignalKind.TICKET_RESUMED : SignalKind.TICKET_CHANGED, facts);
    }

    private static Map<String, Object> assignee(@Nullable JsonNode item) {
        Map<String, Object> facts = new LinkedHashMap<>();
        put(facts, "assignee", item, "/toString");
        put(facts, "previous_assignee", item, "/fromString");
        return facts;
    }

    private static void change(Map<String, Object> facts, List<String> names, JsonNode item) {
        String name = JsonBodies.text(item, "/field")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        if (name.isEmpty() || names.contains(name)) {
            return;
        }
        names.add(name);
        facts.put(name, JsonBodies.text(item, "/toString"));
        put(facts, "previous_" + name, item, "/fromString");
        if (name.equals("priority")) {
            raised(facts, JsonBodies.text(item, "/from"), JsonBodies.text(item, "/to"));
        }
    }

    /** Adds whether the priority was raised or lowered; Jira numbers its priorities from 1, the highest. */
    private static void raised(Map<String, Object> facts, String from, String to) {
        if (from.matches("\\d{1,9}") && to.matches("\\d{1,9}")) {
            facts.put("priority_change", Integer.parseInt(to) < Integer.parseInt(from) ? "raised" : "lowered");
        }
    }

    private static void put(Map<String, Object> facts, String name, @Nullable JsonNode item, String pointer) {
        String text = text(item, pointer);
        if (!text.isEmpty()) {
            facts.put(name, text);
        }
    }

    private static String text(@Nullable JsonNode item, String pointer) {
        return item == null ? "" : JsonBodies.text(item, pointer);
    }
}
