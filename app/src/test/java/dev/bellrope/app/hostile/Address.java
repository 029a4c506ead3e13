package dev.bellrope.app.hostile;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An address of the running application.
 *
 * @param path with {@code {variables}}
 * @param parameters the names that it takes in its query or its form
 * @param bodies the schema of what it takes, by content type; a missing node where nothing is said of it
 */
record Address(String method, String path, List<String> parameters, Map<String, JsonNode> bodies) {
    Address {
        parameters = List.copyOf(parameters);
        bodies = Map.copyOf(bodies);
    }

    boolean isApi() {
        return path.startsWith("/api/");
    }

    boolean isIntake() {
        return path.startsWith("/api/v1/signals") || path.startsWith("/api/v1/webhooks");
    }

    boolean isWriting() {
        return !method.equals("GET");
    }
}
