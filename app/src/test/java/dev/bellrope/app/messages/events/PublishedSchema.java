package dev.bellrope.app.messages.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A receiver that knows the schema of events and nothing else of us. */
public final class PublishedSchema {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode document;
    private final Schema whole;

    private PublishedSchema(JsonNode document) {
        this.document = document;
        this.whole = compiled(document);
    }

    /** As it is served. */
    public static PublishedSchema of(String text) {
        return new PublishedSchema(JSON.readTree(text));
    }

    static PublishedSchema ofDocument() {
        return new PublishedSchema(JSON.valueToTree(EventSchema.document()));
    }

    JsonNode document() {
        return document;
    }

    /** What is sent, once it was found to be as the whole schema says, and its data as the part says that it names itself. */
    public JsonNode understand(String sent) {
        JsonNode read = JSON.readTree(sent);
        assertThat(mistakes(read)).as(sent).isEmpty();
        URI part = URI.create(read.path("dataschema").asString());
        assertThat(part.getPath()).isEqualTo(EventSchema.PATH);
        ObjectNode alone = JSON.createObjectNode();
        alone.put("$ref", "#" + part.getFragment());
        alone.set("$defs", document.path("$defs"));
        assertThat(mistakes(compiled(alone), read.path("data"))).as(sent).isEmpty();
        return read;
    }

    List<String> mistakes(JsonNode sent) {
        return mistakes(whole, sent);
    }

    private static List<String> mistakes(Schema schema, JsonNode read) {
        return schema
                .validate(read, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map((Error error) -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private static Schema compiled(JsonNode schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }
}
