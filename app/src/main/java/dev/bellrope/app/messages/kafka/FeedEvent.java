package dev.bellrope.app.messages.kafka;

import dev.bellrope.app.escalations.Happening;
import io.cloudevents.core.v1.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An event as it goes: a CloudEvent of the JSON format. */
final class FeedEvent {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonFormat FORMAT = new JsonFormat();

    private FeedEvent() {}

    /** Its id is the escalation's key and the sequence number, which no other event has. */
    static String body(URI source, EventFeed.Entry entry) {
        Happening happening = entry.happening();
        Map<String, Object> data = new LinkedHashMap<>(entry.data());
        data.put("actor", happening.actor());
        data.put("event", happening.name());
        data.put("details", JSON.readTree(happening.body()));
        CloudEventBuilder event = new CloudEventBuilder()
                .withId(entry.escalation() + "-" + happening.sequence())
                .withSource(source)
                .withType(entry.kind())
                .withSubject(entry.escalation())
                .withTime(happening.at().atOffset(ZoneOffset.UTC))
                .withExtension("partitionkey", entry.escalation())
                .withData("application/json", JSON.writeValueAsBytes(data));
        happening.trace().ifPresent(trace -> event.withExtension("traceparent", trace.parent()));
        return new String(FORMAT.serialize(event.build()), StandardCharsets.UTF_8);
    }
}
