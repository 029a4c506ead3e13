package dev.bellrope.app.intake.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** A sample body for each supported product, as a call to copy. */
@Component
class IntakeSamples {
    /** Returns the sample body of a product, or of {@code cloudevents}; empty if there is none. */
    String body(String product) {
        try (InputStream sample = getClass().getResourceAsStream("/intake/samples/" + product + ".json")) {
            return sample == null ? "" : new String(sample.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns a call for a shell; no sample contains an apostrophe, so none is escaped. */
    String curl(URI base, String product, String path) {
        String type = product.equals("cloudevents") ? "application/cloudevents+json" : "application/json";
        return "curl -sS -X POST '" + base + path + "' \\\n  -H 'Authorization: Bearer brt_...' -H 'Content-Type: "
                + type + "' \\\n  -d '" + body(product) + "'";
    }
}
