package dev.bellrope.app.messages;

import dev.bellrope.core.playbook.Guardrails;
import dev.bellrope.core.playbook.Severity;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** The guardrails that a message is sent under: those of the playbook that it was written under, stored with it. */
record GuardrailSnapshot(
        int perEscalationHour,
        int perPersonHour,
        int digestAbove,
        LocalTime quietFrom,
        LocalTime quietUntil,
        Set<Severity> quietExcept) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static GuardrailSnapshot of(Guardrails rails) {
        return new GuardrailSnapshot(
                rails.perEscalationHour(),
                rails.perPersonHour(),
                rails.digestAbove(),
                rails.quietFrom(),
                rails.quietUntil(),
                rails.quietExcept());
    }

    /** Returns the quiet hours alone: for messages that were counted already, and for digests. */
    GuardrailSnapshot quietOnly() {
        return new GuardrailSnapshot(0, 0, 0, quietFrom, quietUntil, quietExcept);
    }

    Guardrails guardrails() {
        return new Guardrails(
                perEscalationHour,
                perPersonHour,
                digestAbove,
                quietFrom,
                quietUntil,
                quietExcept,
                Set.of(),
                0,
                Map.of());
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    static GuardrailSnapshot parse(String json) {
        return JSON.readValue(json, GuardrailSnapshot.class);
    }
}
