package dev.bellrope.app.messages.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.app.traces.Trace;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.escalation.journal.Journal;
import dev.bellrope.core.playbook.Severity;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.util.RawValue;

/**
 * An event of an escalation as programs are told about it. Severity, status and level are those after the event's
 * decision.
 *
 * @param escalation the key of the escalation
 * @param account the key of the account
 * @param playbook the playbook version of the decision, {@code baseline@3}
 */
public record PublishedEvent(
        String escalation,
        String account,
        String playbook,
        Severity severity,
        Status status,
        String level,
        RecordedEvent happening) {
    /** Nulls are left out, as they are where events are kept. */
    private static final JsonMapper DETAILS = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule("closed-words").addSerializer(Enum.class, new ClosedWords()))
            .build();

    private static final Journal JOURNAL = new Journal(ZoneOffset.UTC, id -> id);

    /** Combines an event with the state after its decision. */
    public static PublishedEvent of(Escalation after, RecordedEvent happening) {
        return new PublishedEvent(
                after.key(),
                after.account(),
                after.playbook(),
                after.severity(),
                after.status(),
                after.level(),
                happening);
    }

    /** Returns the type, such as {@code escalation.target-missed}; one of {@link EventTypes}. */
    public String type() {
        return happening.type();
    }

    /**
     * Returns the data that is sent, as {@link EventSchema} describes it.
     *
     * @param baseUrl the address at which people reach Bellrope
     */
    public Map<String, Object> data(URI baseUrl) {
        Journal.JournalLine line = JOURNAL.line(happening.event());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("escalation", escalation);
        data.put("url", baseUrl + "/escalations/" + escalation);
        data.put("account", account);
        data.put("sequence", happening.sequence());
        data.put("at", happening.at().toString());
        data.put("actor", happening.actor());
        data.put("playbook", playbook);
        data.put("severity", ClosedWords.of(severity));
        data.put("status", ClosedWords.of(status));
        data.put("level", level);
        data.put("details", new RawValue(DETAILS.writeValueAsString(happening.event())));
        data.put("text", (line.what() + " " + line.text()).strip());
        data.put("trace", happening.trace().map(Trace::id).orElse(""));
        return data;
    }
}
