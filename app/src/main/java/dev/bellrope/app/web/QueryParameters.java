package dev.bellrope.app.web;

import dev.bellrope.core.fact.Nearest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that an API method does not take, just as unknown fields of a body are refused: with a
 * misspelt filter, a caller would get everything.
 */
final class QueryParameters implements HandlerInterceptor {
    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private final ConcurrentHashMap<HandlerMethod, NavigableSet<String>> accepted = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String query = request.getQueryString();
        if (query != null
                && handler instanceof HandlerMethod method
                && isOurs(method)
                && ProblemResponses.isApi(request)) {
            check(query, accepted.computeIfAbsent(method, QueryParameters::accepted));
        }
        return true;
    }

    /** Endpoints of the frameworks have parameters of their own, and senders of foreign webhooks may add any. */
    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("dev.bellrope.")
                && !method.hasMethodAnnotation(AnyQueryParameters.class);
    }

    private static void check(String query, NavigableSet<String> accepted) {
        for (String part : query.split("&", -1)) {
            String name = name(part);
            if (!part.isEmpty() && !accepted.contains(name)) {
                throw ProblemException.badRequest(
                        "There is no parameter \"" + name + "\" here.", ProblemError.in(name, hint(name, accepted)));
            }
        }
    }

    private static String hint(String name, NavigableSet<String> accepted) {
        return accepted.isEmpty()
                ? "This address takes no parameters."
                : Nearest.suggestion(name, "Accepted", accepted);
    }

    private static String name(String part) {
        int end = part.indexOf('=');
        try {
            return URLDecoder.decode(end < 0 ? part : part.substring(0, end), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest(
                    "A parameter of the address cannot be read. Accepted: UTF-8, percent-encoded.");
        }
    }

    /** Returns the names of the parameters that a method takes. */
    private static NavigableSet<String> accepted(HandlerMethod method) {
        NavigableSet<String> names = new TreeSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            names(parameter).forEach(names::add);
        }
        return names;
    }

    private static Stream<String> names(MethodParameter parameter) {
        if (parameter.getParameterType() == Paging.class) {
            return components(PagingParameters.class);
        }
        if (parameter.hasParameterAnnotation(ParameterObject.class)) {
            return components(parameter.getParameterType());
        }
        RequestParam said = parameter.getParameterAnnotation(RequestParam.class);
        return said == null ? Stream.empty() : Stream.of(name(parameter, said));
    }

    private static Stream<String> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName);
    }

    private static String name(MethodParameter parameter, RequestParam said) {
        if (!said.name().isEmpty()) {
            return said.name();
        }
        parameter.initParameterNameDiscovery(NAMES);
        return Objects.requireNonNull(parameter.getParameterName());
    }
}
