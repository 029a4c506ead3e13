package dev.bellrope.app.messages.web;

import dev.bellrope.app.messages.events.EventSchema;
import dev.bellrope.app.messages.events.EventTypes;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.beans.Introspector;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Adds what a subscribed webhook receives to the API document, type by type. */
@Component
class EventsInOpenApi implements OpenApiCustomizer {
    private static final String SCHEMAS = "#/components/schemas/";

    @Override
    public void customise(OpenAPI api) {
        EventSchema.definitions(SCHEMAS)
                .forEach((name, schema) ->
                        api.getComponents().addSchemas(name, Json31.mapper().convertValue(schema, Schema.class)));
        Stream.concat(EventTypes.list().stream(), Stream.of(EventTypes.TEST))
                .forEach(type -> api.addWebhooks(type, new PathItem().post(operation(type))));
    }

    private static Operation operation(String type) {
        return new Operation()
                .addTagsItem("Events")
                .operationId(Introspector.decapitalize(EventSchema.sent(type)))
                .summary(EventTypes.whenInEnglish(type))
                .security(List.of())
                .addParametersItem(header("webhook-id", "The same each time that it is tried", "msg_019ccdb6"))
                .addParametersItem(header("webhook-timestamp", "When it was sent, in seconds since 1970", "1772811000"))
                .addParametersItem(
                        header("webhook-signature", "By the Standard Webhooks rules", "v1,g0hM9SsE+OTPJTGt="))
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content()
                                .addMediaType(
                                        "application/json",
                                        new MediaType().schema(new Schema<>().$ref(SCHEMAS + EventSchema.sent(type))))))
                .responses(new ApiResponses()
                        .addApiResponse("2XX", new ApiResponse().description("It was taken; all else is tried again"))
                        .addApiResponse(
                                "410", new ApiResponse().description("Nothing more is wanted; the subscription ends")));
    }

    private static HeaderParameter header(String name, String description, String example) {
        HeaderParameter header = new HeaderParameter();
        header.name(name)
                .required(true)
                .description(description)
                .schema(new Schema<>().type("string"))
                .example(example);
        return header;
    }
}
