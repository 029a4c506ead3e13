package dev.bellrope.app.messages.web;

import dev.bellrope.app.messages.events.EventSchema;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API that serves the JSON Schema of events to their receivers. */
@RestController
class EventSchemaApi {
    private final Map<String, Object> schema = EventSchema.document();

    @GetMapping(EventSchema.PATH)
    ResponseEntity<Map<String, Object>> schema() {
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "schema+json"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(schema);
    }
}
