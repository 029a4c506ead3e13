package dev.bellrope.app;

import dev.bellrope.app.directory.Directory;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.AopTestUtils;
import org.springframework.util.ReflectionUtils;

/**
 * What our own beans hold in fields that can change, as it was when the application had just started; a cache that somebody adds is
 * among them by itself. What the libraries hold is left alone.
 */
final class Memory {
    private static final String OURS = "dev.bellrope.app.";

    /** What is known of each country is the same in every database, and takes its time. */
    private static final String TIMELESS = Directory.class.getPackageName() + ".CountryHolidays";

    private final List<Runnable> restoring = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Memory() {}

    static Memory of(ApplicationContext context) {
        Memory memory = new Memory();
        for (String name : context.getBeanDefinitionNames()) {
            if (context.isSingleton(name)) {
                memory.look(context.getBean(name));
            }
        }
        return memory;
    }

    /** Puts back what was there. */
    void restore() {
        restoring.forEach(Runnable::run);
    }

    private void look(Object bean) {
        Object owner = AopTestUtils.getUltimateTargetObject(bean);
        String type = owner.getClass().getName();
        boolean isSwitched = owner instanceof DataSource || owner instanceof Clock;
        if (!type.startsWith(OURS) || type.equals(TIMELESS) || isSwitched || !seen.add(owner)) {
            return;
        }
        ReflectionUtils.doWithFields(
                owner.getClass(),
                field -> look(owner, field),
                field -> !Modifier.isStatic(field.getModifiers())
                        && field.getDeclaringClass().getName().startsWith(OURS));
    }

    private void look(Object owner, Field field) throws IllegalAccessException {
        field.setAccessible(true);
        Object value = field.get(owner);
        if (!Modifier.isFinal(field.getModifiers())) {
            restoring.add(() -> ReflectionUtils.setField(field, owner, value));
        }
        if (value != null && !field.getType().isPrimitive()) {
            keep(value);
        }
    }

    private void keep(Object value) {
        switch (value) {
            case AtomicReference<?> reference -> keep(reference);
            case AtomicLong number -> {
                long was = number.get();
                restoring.add(() -> number.set(was));
            }
            case AtomicInteger number -> {
                int was = number.get();
                restoring.add(() -> number.set(was));
            }
            case AtomicBoolean flag -> {
                boolean was = flag.get();
                restoring.add(() -> flag.set(was));
            }
            case Map<?, ?> map -> keep(map);
            case Collection<?> collection -> keep(collection);
            default -> look(value);
        }
    }

    private <T> void keep(AtomicReference<T> reference) {
        T was = reference.get();
        restoring.add(() -> reference.set(was));
    }

    /** One that cannot change is as it was. */
    private <K, V> void keep(Map<K, V> map) {
        Map<K, V> was = new LinkedHashMap<>(map);
        restoring.add(() -> {
            if (!map.equals(was)) {
                map.clear();
                map.putAll(was);
            }
        });
    }

    private <T> void keep(Collection<T> collection) {
        List<T> was = new ArrayList<>(collection);
        restoring.add(() -> {
            if (!new ArrayList<>(collection).equals(was)) {
                collection.clear();
                collection.addAll(was);
            }
        });
    }
}
