package dev.bellrope.app.cli;

import dev.bellrope.app.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Starts the Spring application with settings that are read and checked already. */
public final class Server {
    /** What makes a span of every request, whoever takes it; left out, there is only a tracer that does nothing. */
    private static final List<String> TRACING = List.of(
            "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.prometheus.PrometheusExemplarsAutoConfiguration");

    private Server() {}

    /**
     * Starts it and returns once it serves.
     *
     * @param more what else to put into the context before it starts, such as another clock
     */
    @SafeVarargs
    public static ConfigurableApplicationContext start(
            Class<?> application, Settings settings, ApplicationContextInitializer<GenericApplicationContext>... more) {
        SpringApplication spring = new SpringApplication(application);
        // Two modules may call a class alike.
        spring.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        // Settings has read the arguments; nothing of the environment below may set them a second time.
        spring.setAddCommandLineProperties(false);
        // Before anything else asks the environment: the log is set up long before the context.
        spring.addListeners(new First(environment ->
                environment.getPropertySources().addFirst(new MapPropertySource("settings", properties(settings)))));
        spring.addInitializers(
                (GenericApplicationContext context) -> context.registerBean(Settings.class, () -> settings));
        for (ApplicationContextInitializer<GenericApplicationContext> one : more) {
            spring.addInitializers(one);
        }
        return spring.run();
    }

    private record First(Consumer<ConfigurableEnvironment> does)
            implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, PriorityOrdered {
        @Override
        public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
            does.accept(event.getEnvironment());
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }

    private static Map<String, Object> properties(Settings settings) {
        Map<String, Object> properties = new HashMap<>(settings.others());
        if (!settings.exportsTraces()) {
            properties.put("spring.autoconfigure.exclude", String.join(",", TRACING));
        }
        properties.put("server.port", settings.port());
        return properties;
    }
}
