package dev.bellrope.app.web.openapi;

import com.fasterxml.jackson.databind.JavaType;
import dev.bellrope.app.web.NamedAfterArgument;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Handoff;
import dev.bellrope.core.playbook.yaml.PlaybookProblem;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names the types in the OpenAPI document: as {@code @Schema(name)} says, or by their own name. A generic type that is
 * {@link NamedAfterArgument} has a name for each argument: {@code EscalationRowPage}. Two types with the same name are
 * a mistake that the document would hide, since one would be described as the other.
 */
final class SchemaNames extends TypeNameResolver {
    /** The core does not know OpenAPI, so its types are named here. */
    private static final Map<Class<?>, String> OF_THE_CORE = Map.of(
            PlaybookProblem.class, "PlaybookProblem",
            Handoff.class, "EscalationHandoff",
            Escalation.Timestamps.class, "EscalationTimes");

    private final Map<String, JavaType> named = new ConcurrentHashMap<>();

    @Override
    public String nameForType(JavaType type, Set<Options> options) {
        String name = super.nameForType(type, options);
        if (type.getRawClass().getName().startsWith("dev.bellrope.")) {
            JavaType other = named.putIfAbsent(name, type);
            if (other != null && !other.equals(type)) {
                throw new IllegalStateException(
                        "Two types of the API are called " + name + ": " + type + " and " + other + ".");
            }
        }
        return name;
    }

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        String name = OF_THE_CORE.get(type);
        return name == null ? super.nameForClass(type, options) : name;
    }

    @Override
    protected String nameForGenericType(JavaType type, Set<Options> options) {
        NamedAfterArgument named = type.getRawClass().getAnnotation(NamedAfterArgument.class);
        return named == null
                ? super.nameForGenericType(type, options)
                : nameForType(type.containedType(0), options) + named.value();
    }
}
