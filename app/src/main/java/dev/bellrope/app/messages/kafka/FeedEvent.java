package dev.bellrope.app.messages.kafka;

import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.app.messages.events.EventSchema;
import dev.bellrope.app.messages.events.PublishedEvent;
import io.cloudevents.core.v1.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import tools.jackson.databind.json.JsonMapper;

/** An event as it is published: a CloudEvent in the JSON format. */
final class FeedEvent {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonFormat FORMAT = new JsonFormat();

    private FeedEvent() {}

    /**
     * Writes the CloudEvent. Its id is the escalation's key and the sequence number, which no other event has.
     *
     * @param baseUrl the address at which people reach Bellrope, which is the source of all events
     */
    static String body(URI baseUrl, PublishedEvent published) {
        RecordedEvent happening = published.happening();
        CloudEventBuilder event = new CloudEventBuilder()
                .withId(published.escalation() + "-" + happening.sequence())
                .withSource(baseUrl)
                .withType(published.type())
                .withSubject(published.escalation())
                .withTime(happening.at().atOffset(ZoneOffset.UTC))
                .withExtension("partitionkey", published.escalation())
                .withDataSchema(EventSchema.address(baseUrl, published.type()))
                .withData("application/json", JSON.writeValueAsBytes(published.data(baseUrl)));
        happening.trace().ifPresent(trace -> event.withExtension("traceparent", trace.parent()));
        return new String(FORMAT.serialize(event.build()), StandardCharsets.UTF_8);
    }
}
