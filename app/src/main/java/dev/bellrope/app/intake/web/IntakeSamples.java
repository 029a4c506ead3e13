package dev.bellrope.app.intake.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** A body of each product that is understood, as a call that can be copied. */
@Component
class IntakeSamples {
    /** The sample body of a product, or of {@code cloudevents}; empty where there is none. */
    String body(String product) {
        try (InputStream sample = getClass().getResourceAsStream("/intake/samples/" + product + ".json")) {
            return sample == null ? "" : new String(sample.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** For a shell; none of the samples has an apostrophe. */
    String curl(URI base, String product, String path) {
        String type = product.equals("cloudevents") ? "application/cloudevents+json" : "application/json";
        return "curl -sS -X POST '" + base + path + "' \\\n  -H 'Authorization: Bearer brt_...' -H 'Content-Type: "
                + type + "' \\\n  -d '" + body(product) + "'";
    }
}
