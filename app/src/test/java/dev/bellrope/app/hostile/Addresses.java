package dev.bellrope.app.hostile;

import dev.bellrope.app.RunningApp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Every address, as the application itself tells of them: its controllers, and its OpenAPI document. */
final class Addresses {
    private static final List<String> METHODS = List.of("get", "post", "put", "delete", "patch");

    private final Map<String, Address> all = new TreeMap<>();
    private final JsonNode document;

    private Addresses(JsonNode document) {
        this.document = document;
    }

    static Addresses of(RunningApp app) {
        Addresses addresses = new Addresses(new Wire(app.port())
                .send(Sent.of("GET", "/api/v1/openapi.json", new byte[0]))
                .json());
        List<HandlerMapping> mappings = Objects.requireNonNull(
                app.get(DispatcherServlet.class).getHandlerMappings(), "nothing was asked for yet");
        for (HandlerMapping mapping : mappings) {
            if (mapping instanceof RequestMappingInfoHandlerMapping controllers) {
                controllers.getHandlerMethods().forEach(addresses::controller);
            }
        }
        addresses
                .document
                .path("paths")
                .properties()
                .forEach(path -> METHODS.forEach(method -> {
                    if (path.getValue().has(method)) {
                        addresses.documented(
                                method.toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                path.getValue().get(method));
                    }
                }));
        // What the security of the application and the actuator answer, no controller of ours does.
        addresses.add(new Address("POST", "/sign-in", List.of("name", "password", "zone", "_csrf"), Map.of()));
        addresses.add(new Address("POST", "/sign-out", List.of("_csrf"), Map.of()));
        addresses.add(new Address("GET", "/actuator/health/{part}", List.of(), Map.of()));
        addresses.add(new Address("GET", "/actuator/prometheus", List.of("includedNames"), Map.of()));
        addresses.add(new Address("GET", "/assets/{file}", List.of(), Map.of()));
        addresses.add(new Address("GET", "/webjars/{file}", List.of(), Map.of()));
        addresses.add(new Address("GET", "/portal/{file}", List.of(), Map.of()));
        return addresses;
    }

    List<Address> list() {
        return List.copyOf(all.values());
    }

    /** What that schema refers to, or the schema itself. */
    JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private void controller(RequestMappingInfo mapping, HandlerMethod handler) {
        List<String> parameters = new ArrayList<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            RequestParam said = parameter.getParameterAnnotation(RequestParam.class);
            if (said != null) {
                parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                parameters.add(said.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : said.name());
            }
        }
        Map<String, JsonNode> bodies = new LinkedHashMap<>();
        for (MediaType type : mapping.getConsumesCondition().getConsumableMediaTypes()) {
            bodies.put(type.toString(), MissingNode.getInstance());
        }
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        for (String path : mapping.getPatternValues()) {
            for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods) {
                add(new Address(method.name(), path.replaceAll("\\{(\\w+):[^}]*}", "{$1}"), parameters, bodies));
            }
        }
    }

    private void documented(String method, String path, JsonNode operation) {
        List<String> parameters = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asString().equals("query")) {
                parameters.add(parameter.path("name").asString());
            }
        });
        Map<String, JsonNode> bodies = new LinkedHashMap<>();
        operation
                .at("/requestBody/content")
                .properties()
                .forEach(body -> bodies.put(body.getKey(), body.getValue().path("schema")));
        add(new Address(method, path, parameters, bodies));
    }

    private void add(Address address) {
        all.merge(address.method() + " " + address.path(), address, (one, other) -> {
            Set<String> parameters = new LinkedHashSet<>(one.parameters());
            parameters.addAll(other.parameters());
            Map<String, JsonNode> bodies = new LinkedHashMap<>(one.bodies());
            bodies.putAll(other.bodies());
            return new Address(one.method(), one.path(), List.copyOf(parameters), bodies);
        });
    }
}
