package dev.bellrope.app.web.openapi;

import dev.bellrope.app.web.ProblemBody;
import dev.bellrope.app.web.RepeatedRequests;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Adds what applies to every operation of the OpenAPI document, whichever controller it comes from: its problem
 * answers, and the key by which a POST may be repeated.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class OperationsInOpenApi implements OpenApiCustomizer {
    private static final String KEY = "IdempotencyKey";
    private static final Pattern COUNTED = Pattern.compile("_\\d+$");
    private static final Pattern LAST_VARIABLE = Pattern.compile(".*\\{(\\w)(\\w*)}.*");

    /** The statuses of problem answers, and what they mean. */
    private static final Map<String, String> PROBLEMS = new TreeMap<>(Map.of(
            "400", "The request cannot be understood, or has a parameter or a field that is not accepted",
            "401", "There is no token, or it is unknown, revoked or expired",
            "403", "The scopes of the token, or the playbook, do not allow it",
            "404", "There is no such thing",
            "409", "The present state does not allow it, or somebody was faster",
            "413", "The body is too large",
            "415", "The body is of a type that is not accepted",
            "422", "A value is not acceptable",
            "503", "The database does not answer; repeat in a second"));

    @Override
    public void customise(OpenAPI api) {
        Components components = api.getComponents();
        ResolvedSchema problem = ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(ProblemBody.class).resolveAsRef(true));
        problem.referencedSchemas.forEach(components::addSchemas);
        PROBLEMS.forEach((status, meaning) -> components.addResponses(
                name(status), new ApiResponse().description(meaning).content(body(problem.schema))));
        components.addParameters(
                KEY,
                new HeaderParameter()
                        .name(RepeatedRequests.KEY)
                        .description("The same within 24 hours gives the same answer, and nothing happens again")
                        .schema(new Schema<>().typesItem("string").minLength(1).maxLength(200))
                        .example("0d3a6b1e-6c1f-4f43-9a53-3b8f6f6c2f10"));
        nameOnce(api);
        components.getSchemas().values().forEach(OperationsInOpenApi::leaveOpen);
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    if (method == PathItem.HttpMethod.POST) {
                        operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + KEY));
                    }
                    answers(path, method, operation, problem.schema);
                }));
    }

    /** A fact may be a text, a number or a boolean, so a value of any type must not be described as an object. */
    private static void leaveOpen(Schema<?> schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> {
                if (property.getAdditionalProperties() instanceof Schema<?> value) {
                    forgetObject(value);
                } else {
                    forgetObject(property);
                }
            });
        }
    }

    private static void forgetObject(Schema<?> schema) {
        if (Set.of("object").equals(schema.getTypes()) && schema.getProperties() == null) {
            schema.setTypes(null);
        }
    }

    private static void answers(String path, PathItem.HttpMethod method, Operation operation, Schema<?> problem) {
        ApiResponses responses = operation.getResponses();
        PROBLEMS.keySet().stream()
                .filter(status -> !responses.containsKey(status) && isPossible(status, path, method, operation))
                .forEach(status -> responses.addApiResponse(
                        status, new ApiResponse().$ref("#/components/responses/" + name(status))));
        responses.forEach((status, response) -> {
            // Springdoc describes the refusals of an annotated operation as what it returns.
            if ((PROBLEMS.containsKey(status) || status.startsWith("4")) && response.get$ref() == null) {
                response.content(body(problem));
            }
        });
    }

    private static boolean isPossible(String status, String path, PathItem.HttpMethod method, Operation operation) {
        boolean body = operation.getRequestBody() != null;
        return switch (status) {
            case "404" -> path.contains("{");
            case "409" -> method != PathItem.HttpMethod.GET;
            case "413", "415" -> body;
            case "422" -> body || method == PathItem.HttpMethod.POST;
            default -> true;
        };
    }

    /**
     * Springdoc numbers the operation ids of a method that serves two addresses, and the numbers depend on the order.
     * Names the longer address by what it has more.
     */
    private static void nameOnce(OpenAPI api) {
        Map<String, Map<String, Operation>> alike = new LinkedHashMap<>();
        api.getPaths()
                .forEach((path, item) -> item.readOperations()
                        .forEach(operation -> alike.computeIfAbsent(
                                        COUNTED.matcher(operation.getOperationId())
                                                .replaceFirst(""),
                                        id -> new TreeMap<>(Comparator.comparingInt(String::length)
                                                .thenComparing(Comparator.naturalOrder())))
                                .put(path, operation)));
        alike.forEach((id, operations) -> {
            List<String> paths = List.copyOf(operations.keySet());
            operations.forEach(
                    (path, operation) -> operation.setOperationId(path.equals(paths.getFirst()) ? id : id + by(path)));
        });
    }

    /** Returns {@code ByName} for an address that ends with a name. */
    private static String by(String path) {
        return LAST_VARIABLE
                .matcher(path)
                .replaceFirst(match -> "By" + match.group(1).toUpperCase(Locale.ROOT) + match.group(2));
    }

    private static String name(String status) {
        return "Problem" + status;
    }

    private static Content body(Schema<?> problem) {
        return new Content()
                .addMediaType(
                        org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        new MediaType().schema(problem));
    }
}
