package dev.bellrope.app.intake.alertmanager;

import dev.bellrope.app.intake.Arrival;
import dev.bellrope.app.intake.JsonBodies;
import dev.bellrope.app.intake.PickedFacts;
import dev.bellrope.app.intake.SignalRefused;
import dev.bellrope.app.intake.WebhookParser;
import dev.bellrope.core.signal.Signal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the webhooks of Alertmanager: one signal per alert, {@code alert.firing} or {@code alert.resolved}.
 * Alertmanager repeats a firing alert for as long as it fires; repetitions are the same signal. A rule sees the alert,
 * and under {@code /group} what all alerts of the body share.
 */
@Component
public class Alertmanager implements WebhookParser {
    /** What Go writes for an unknown instant. */
    private static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

    @Override
    public String name() {
        return "alertmanager";
    }

    @Override
    public String title() {
        return "Alertmanager";
    }

    @Override
    public List<Arrival> read(String source, JsonNode body, Instant received) {
        JsonNode alerts = body.path("alerts");
        if (!alerts.isArray()) {
            throw SignalRefused.at("/alerts", "This is no Alertmanager webhook body: /alerts is missing or no array.");
        }
        List<Arrival> arrivals = new ArrayList<>();
        for (int index = 0; index < alerts.size(); index++) {
            arrivals.add(read(source, body, "/alerts/" + index, received));
        }
        return arrivals;
    }

    private Arrival read(String source, JsonNode body, String pointer, Instant received) {
        JsonNode alert = body.at(pointer);
        if (!alert.path("labels").isObject()) {
            throw SignalRefused.at(
                    pointer + "/labels", "This is no Alertmanager webhook body: " + pointer + "/labels is missing.");
        }
        // Older versions set the status on the whole body only.
        String status = first(JsonBodies.text(alert, "/status"), JsonBodies.text(body, "/status"));
        if (!status.equals("firing") && !status.equals("resolved")) {
            throw SignalRefused.at(pointer + "/status", "At " + pointer + "/status firing or resolved is expected.");
        }
        Instant startsAt = requiredInstant(body, pointer + "/startsAt");
        Instant endsAt = JsonBodies.instant(JsonBodies.text(alert, "/endsAt"))
                .filter(end -> end.isAfter(NEVER))
                .orElse(received);
        boolean firing = status.equals("firing");
        Signal signal = new Signal(
                source,
                fingerprint(alert) + "/" + startsAt + "/" + status,
                "alert." + status,
                firing ? startsAt : endsAt,
                first(JsonBodies.text(alert, "/labels/account"), JsonBodies.text(alert, "/labels/customer")),
                "",
                first(
                        JsonBodies.text(alert, "/annotations/summary"),
                        JsonBodies.text(alert, "/annotations/title"),
                        JsonBodies.text(alert, "/annotations/description"),
                        JsonBodies.text(alert, "/labels/alertname")),
                facts(body, alert, status));
        return Arrival.of(signal, seenByRules(body, alert));
    }

    private static Map<String, Object> facts(JsonNode body, JsonNode alert, String status) {
        Map<String, Object> facts = PickedFacts.from(alert)
                .put("status", status)
                .take("alertname", "/labels/alertname")
                .take("severity", "/labels/severity")
                .take("labels", "/labels")
                .take("annotations", "/annotations")
                .take("starts_at", "/startsAt")
                .take("url", "/generatorURL")
                .facts();
        facts.putAll(PickedFacts.from(body).take("receiver", "/receiver").facts());
        return facts;
    }

    private static JsonNode seenByRules(JsonNode body, JsonNode alert) {
        ObjectNode seen = (ObjectNode) alert.deepCopy();
        ObjectNode group = (ObjectNode) body.deepCopy();
        group.remove("alerts");
        seen.set("group", group);
        return seen;
    }

    /**
     * Returns the fingerprint that Alertmanager sent, or a hash of the labels if its version is too old to send one.
     */
    private static String fingerprint(JsonNode alert) {
        String sent = JsonBodies.text(alert, "/fingerprint");
        if (!sent.isEmpty()) {
            return sent;
        }
        try {
            byte[] labels = JsonBodies.write(new TreeMap<>(JsonBodies.facts(alert.path("labels"))))
                    .getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(labels);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static String first(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
}
