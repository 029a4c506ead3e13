package dev.bellrope.app.access;

import dev.bellrope.app.RunningApp;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** An address of the application: {@code GET /accounts/{id}}. */
record Address(String method, String pattern) implements Comparable<Address> {
    /** Served by filters, so that no mapping knows them, and what stands for everything that does not exist. */
    private static final List<Address> BESIDE_THE_MAPPINGS = List.of(
            new Address("POST", "/sign-in"),
            new Address("POST", "/sign-out"),
            new Address("GET", "/anything-new"),
            new Address("POST", "/anything-new"),
            new Address("GET", "/settings/anything-new"),
            new Address("GET", "/api/anything-new"),
            new Address("GET", "/api/v1/anything-new"),
            new Address("POST", "/api/v1/anything-new"),
            new Address("GET", "/actuator/anything-new"));

    private static final List<String> ALL_METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)(:[^}]*)?}|\\*\\*");
    private static final Comparator<Address> ORDER =
            Comparator.comparing(Address::pattern).thenComparingInt(address -> ALL_METHODS.indexOf(address.method));

    /** What there is of {@link dev.bellrope.app.SmallCompany}; whoever only reads is shown it. */
    private static final Map<String, String> THERE = Map.of(
            "/accounts/{id}", "acme",
            "/api/v1/accounts/{id}", "acme",
            "/api/v1/accounts/{account}/contacts/{id}", "joe",
            "/api/v1/people/{id}", "ana",
            "/api/v1/teams/{id}", "platform",
            "/api/v1/tickets/{id}", "4711",
            "{account}", "acme",
            "{person}", "ana",
            "{key}", "ESC-1001");

    /** What there is not, and a request that changes something may name without changing anything. */
    private static final Map<String, String> NOT_THERE = Map.of(
            "id", "01a1fe57-dd6a-7e54-983b-9d69ea1806b2",
            "key", "ESC-1",
            "noun", "acknowledgement",
            "slug", "acknowledgement",
            "product", "alertmanager",
            "kind", "accounts",
            "version", "baseline");

    /** Every address that the application serves. */
    static Set<Address> of(RunningApp app) {
        Set<Address> all = new TreeSet<>(BESIDE_THE_MAPPINGS);
        List<HandlerMapping> mappings = app.get(DispatcherServlet.class).getHandlerMappings();
        for (HandlerMapping mapping : mappings == null ? List.<HandlerMapping>of() : mappings) {
            if (mapping instanceof RequestMappingInfoHandlerMapping controllers) {
                controllers.getHandlerMethods().keySet().forEach(one -> all.addAll(of(one)));
            } else if (mapping instanceof SimpleUrlHandlerMapping files) {
                files.getUrlMap().keySet().forEach(pattern -> all.add(new Address("GET", pattern)));
            }
        }
        return all;
    }

    private static Set<Address> of(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        List<String> names = methods.isEmpty()
                ? ALL_METHODS
                : methods.stream().map(RequestMethod::name).toList();
        Set<Address> all = new HashSet<>();
        for (String pattern : mapping.getPatternValues()) {
            names.forEach(name -> all.add(new Address(name, pattern)));
        }
        return all;
    }

    boolean isApi() {
        return Stream.of("/api/", "/actuator/").anyMatch((pattern + "/")::startsWith);
    }

    boolean changes() {
        return !method.equals("GET");
    }

    /** An address that fits the pattern. */
    String sample() {
        return VARIABLE.matcher(pattern).replaceAll(this::value);
    }

    private String value(MatchResult variable) {
        String name = variable.group(1);
        if (name == null) {
            return "anything";
        }
        String there = THERE.get(THERE.containsKey(pattern) && name.equals("id") ? pattern : "{" + name + "}");
        return there != null && !changes() ? there : NOT_THERE.getOrDefault(name, "nothing");
    }

    @Override
    public int compareTo(Address other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
