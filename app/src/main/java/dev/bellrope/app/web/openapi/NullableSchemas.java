package dev.bellrope.app.web.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Describes our records, and says where they may hold null: in each component that is {@link Nullable} or
 * {@link Optional}, unless a body must have it or it is left out instead. Springdoc knows neither of them.
 */
final class NullableSchemas extends ModelResolver {
    private static final String NULL = "null";

    NullableSchemas(ObjectMapper mapper) {
        super(mapper, new SchemaNames());
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType annotated, ModelConverterContext context, Iterator<ModelConverter> next) {
        Schema<?> resolved = super.resolve(annotated, context, next);
        JavaType type = _mapper.constructType(annotated.getType());
        if (type != null && type.getRawClass().isRecord()) {
            Schema<?> described = context.getDefinedModels().get(_typeName(type));
            if (described != null && described.getProperties() != null) {
                allowNull(type.getRawClass(), described);
            }
        }
        return resolved;
    }

    private static void allowNull(Class<?> type, Schema<?> described) {
        List<String> required = described.getRequired() == null ? List.of() : described.getRequired();
        var properties = described.getProperties();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            var property = properties.get(name);
            if (property != null
                    && mayBeNull(component)
                    && !required.contains(name)
                    && !isLeftOut(type)
                    && !isLeftOut(component.getAccessor())) {
                properties.put(name, orNull(property));
            }
        }
    }

    private static boolean mayBeNull(RecordComponent component) {
        return component.getType() == Optional.class
                || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isLeftOut(AnnotatedElement written) {
        JsonInclude inclusion = written.getAnnotation(JsonInclude.class);
        return inclusion != null && inclusion.value() == JsonInclude.Include.NON_NULL;
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            Schema<Object> either = new Schema<>();
            either.setDescription(schema.getDescription());
            either.addAnyOfItem(new Schema<>().$ref(schema.get$ref()));
            either.addAnyOfItem(new Schema<>().typesItem(NULL));
            return either;
        }
        Set<String> types = schema.getTypes();
        if (types != null && !types.contains(NULL)) {
            Set<String> withNull = new LinkedHashSet<>(types);
            withNull.add(NULL);
            schema.setTypes(withNull);
            if (schema.getEnum() != null) {
                schema.addEnumItemObject(null);
            }
        }
        return schema;
    }
}
