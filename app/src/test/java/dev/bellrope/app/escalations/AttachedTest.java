package dev.bellrope.app.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.escalations.store.StoredJson;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.EventNames;
import org.junit.jupiter.api.Test;

/** What was kept of an attached file decodes for ever. */
class AttachedTest {
    private static final String KEPT = """
            {"id": "019ccdb6-0000-7000-8000-000000000001", "file": "pool.png", "type": "image/png", "size": 70,
             "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "text": "The pool at noon"}
            """;

    @Test
    void asItWasKept() {
        Event.Attached event = new Event.Attached(
                "019ccdb6-0000-7000-8000-000000000001",
                "pool.png",
                "image/png",
                70,
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "The pool at noon");
        assertThat(StoredJson.event("attached", KEPT)).isEqualTo(event);
        assertThat(EventNames.of(event)).isEqualTo("attached");
        assertThat(StoredJson.event("attached", StoredJson.body(event))).isEqualTo(event);
    }
}
