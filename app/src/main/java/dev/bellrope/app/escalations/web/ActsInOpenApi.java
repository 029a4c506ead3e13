package dev.bellrope.app.escalations.web;

import dev.bellrope.app.escalations.acts.ActResource;
import dev.bellrope.app.escalations.acts.FormField;
import dev.bellrope.core.escalation.Act;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Describes each act in the OpenAPI document, from the table that also serves it. */
@Component
@Order(0) // before what applies to every operation
class ActsInOpenApi implements OpenApiCustomizer {
    @Override
    public void customise(OpenAPI api) {
        for (ActResource resource : ActResource.all()) {
            ResolvedSchema body = ModelConverters.getInstance(true)
                    .resolveAsResolvedSchema(new AnnotatedType(resource.body()).resolveAsRef(true));
            body.referencedSchemas.forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
            require(
                    resource,
                    Objects.requireNonNull(api.getComponents().getSchemas().get(nameOf(body.schema))));
            api.path("/api/v1/escalations/{key}/" + resource.path(), path(resource, body.schema));
        }
    }

    /** What a form must fill a body must have, and not as null. The step is in the address. */
    private static void require(ActResource resource, Schema<?> body) {
        for (FormField field : resource.fields()) {
            if (field.required() && field.kind() != FormField.FieldKind.STEP) {
                List<String> known = body.getRequired();
                if (known == null || !known.contains(field.name())) {
                    body.addRequiredItem(field.name());
                    Schema<?> property = Objects.requireNonNull(
                            (Schema<?>) body.getProperties().get(field.name()));
                    property.getTypes().remove("null");
                }
            }
        }
    }

    private static String nameOf(Schema<?> reference) {
        return reference.get$ref().substring(reference.get$ref().lastIndexOf('/') + 1);
    }

    private static PathItem path(ActResource resource, Schema<?> body) {
        Operation operation = new Operation()
                .addTagsItem("Escalations")
                .operationId(id(resource.act().word()))
                .summary(resource.english())
                .addParametersItem(new PathParameter()
                        .name("key")
                        .required(true)
                        .schema(new Schema<>().typesItem("string"))
                        .example("ESC-1042"))
                .addParametersItem(new HeaderParameter()
                        .name("If-Match")
                        .description("The ETag that you have seen; 409 says what happened since, if anything did")
                        .schema(new Schema<>().typesItem("string"))
                        .example("\"17\""))
                .requestBody(new RequestBody().content(json(body)))
                .responses(responses());
        if (resource.act() == Act.VALIDATE_STEP) {
            operation.addParametersItem(new PathParameter()
                    .name("step")
                    .required(true)
                    .schema(new Schema<>().typesItem("string"))
                    .example("1"));
        }
        return resource.method().equals(HttpMethod.PUT)
                ? new PathItem().put(operation)
                : new PathItem().post(operation);
    }

    /** Returns {@code sendUpdate} for {@code send-update}. */
    private static String id(String word) {
        return Pattern.compile("-(.)")
                .matcher(word)
                .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    private static ApiResponses responses() {
        return new ApiResponses()
                .addApiResponse(
                        "200",
                        new ApiResponse()
                                .description("The escalation after it")
                                .content(json(new Schema<>().$ref("#/components/schemas/Escalation"))))
                .addApiResponse("403", new ApiResponse().description("The playbook does not let you"))
                .addApiResponse("404", new ApiResponse().description("No such escalation"))
                .addApiResponse(
                        "409",
                        new ApiResponse()
                                .description(
                                        "The state does not allow it, and \"allowed\" says what you may ask for now; or"
                                                + " somebody was faster, and \"since\" says what they did"))
                .addApiResponse("422", new ApiResponse().description("A value is not acceptable; says which are"));
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(schema));
    }
}
