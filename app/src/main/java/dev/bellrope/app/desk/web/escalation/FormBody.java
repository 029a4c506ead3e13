package dev.bellrope.app.desk.web.escalation;

import dev.bellrope.app.escalations.acts.ActResource;
import dev.bellrope.app.escalations.acts.FormField;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.core.escalation.Act;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns a submitted form into the body that the API takes. */
final class FormBody {
    private FormBody() {}

    /**
     * @param zone the zone of the local times in the form
     */
    static ObjectNode of(Act act, MultiValueMap<String, String> form, ZoneId zone, JsonMapper json) {
        ObjectNode body = json.createObjectNode();
        for (FormField field : ActResource.of(act).fields()) {
            String given = text(form, field.name());
            switch (field.kind()) {
                case TRUTH -> body.put(field.name(), !given.isEmpty());
                case PASSED -> body.put(field.name(), given.equals("true"));
                case INSTANT -> {
                    if (!given.isEmpty()) {
                        body.put(field.name(), instant(given, zone, field.english()));
                    }
                }
                case LINES -> {
                    ArrayNode lines = body.putArray(field.name());
                    given.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .forEach(lines::add);
                }
                case STEPS -> steps(body.putArray(field.name()), form, zone);
                default -> {
                    if (field.kind() != FormField.FieldKind.SEVERITY || !given.isEmpty()) {
                        body.put(field.name(), given);
                    }
                }
            }
        }
        return body;
    }

    private static void steps(ArrayNode steps, MultiValueMap<String, String> form, ZoneId zone) {
        List<String> texts = Objects.requireNonNullElse(form.get("step-text"), List.of());
        for (int place = 0; place < texts.size(); place++) {
            if (texts.get(place).isBlank()) {
                continue;
            }
            ObjectNode step = steps.addObject();
            step.put("id", String.valueOf(steps.size()));
            step.put("text", texts.get(place));
            step.put("owner", text(form, "step-owner", place));
            step.put("validation", text(form, "step-validation", place));
            String due = text(form, "step-due", place);
            if (!due.isEmpty()) {
                step.put("due", instant(due, zone, "date of step " + steps.size()));
            }
        }
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "").strip();
    }

    private static String text(MultiValueMap<String, String> form, String name, int place) {
        List<String> values = Objects.requireNonNullElse(form.get(name), List.of());
        return place < values.size() ? values.get(place).strip() : "";
    }

    private static String instant(String local, ZoneId zone, String label) {
        try {
            return LocalDateTime.parse(local).atZone(zone).toInstant().toString();
        } catch (DateTimeException wrong) {
            throw ProblemException.unprocessable("\"" + local + "\" is no " + label.toLowerCase(java.util.Locale.ROOT)
                    + "; write it like 2026-03-06T18:00.");
        }
    }
}
