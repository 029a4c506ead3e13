package dev.bellrope.app.messages.events;

import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.app.traces.Trace;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.EventNames;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.playbook.Severity;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An event of every type, with every field filled, and once more with those left out that may be. */
final class SampleEvents {
    static final URI BASE = URI.create("https://bells.example");

    private static final Instant AT = Instant.parse("2026-03-06T15:30:00Z");

    private SampleEvents() {}

    static Stream<PublishedEvent> all() {
        return EventNames.all().values().stream()
                .flatMap(type -> Stream.of(true, false).map(whole -> published((Event) sample(type, whole))));
    }

    static PublishedEvent published(Event event) {
        return new PublishedEvent(
                "ESC-1001",
                "acme",
                "baseline@3",
                Severity.S1,
                Status.ACTIVE,
                "L2",
                new RecordedEvent(
                        7,
                        AT,
                        "system",
                        "system",
                        event,
                        Trace.parse("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")));
    }

    /** As a webhook is told it. */
    static String sent(PublishedEvent event) {
        Map<String, Object> sent = new LinkedHashMap<>();
        sent.put("type", event.type());
        sent.put("timestamp", event.happening().at().toString());
        sent.put("dataschema", EventSchema.address(BASE, event.type()).toString());
        sent.put("data", event.data(BASE));
        return JsonMapper.shared().writeValueAsString(sent);
    }

    private static Object sample(Class<?> type, boolean whole) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            return type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class[]::new))
                    .newInstance(Arrays.stream(components)
                            .map(component -> value(component, whole))
                            .toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Object value(RecordComponent component, boolean whole) {
        return !whole && component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                ? null
                : value(component.getGenericType(), whole);
    }

    private static Object value(Type type, boolean whole) {
        if (type instanceof ParameterizedType many) {
            Object one = value(many.getActualTypeArguments()[many.getActualTypeArguments().length - 1], whole);
            return many.getRawType() == Map.class
                    ? Map.of("a fact", one)
                    : many.getRawType() == Set.class ? Set.of(one) : List.of(one);
        }
        Class<?> plain = (Class<?>) type;
        Object[] words = plain.getEnumConstants();
        if (words != null) {
            return words[words.length - 1];
        }
        return Optional.<Object>ofNullable(Map.<Class<?>, Object>of(
                                String.class,
                                "Größer als gedacht",
                                Instant.class,
                                AT.plusMillis(250),
                                Duration.class,
                                whole ? Duration.parse("PT49H30M0.5S") : Duration.ZERO,
                                boolean.class,
                                true,
                                int.class,
                                3,
                                long.class,
                                4_000_000_000L,
                                double.class,
                                93.5)
                        .get(plain))
                .orElseGet(() -> sample(plain, whole));
    }
}
