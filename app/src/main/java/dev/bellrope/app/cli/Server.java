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

/** Starts the Spring application with settings that have been read and checked. */
public final class Server {
    /**
     * The auto-configurations that create a span for every request, exported or not; without them there is only a no-op
     * tracer.
     */
    private static final List<String> TRACING = List.of(
            "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.prometheus.PrometheusExemplarsAutoConfiguration");

    private Server() {}

    /**
     * Starts the application and returns once it serves requests.
     *
     * @param more initializers for the context before it starts, for example to register another clock
     */
    @SafeVarargs
    public static ConfigurableApplicationContext start(
            Class<?> application, Settings settings, ApplicationContextInitializer<GenericApplicationContext>... more) {
        SpringApplication spring = new SpringApplication(application);
        // Classes of two modules may have the same name.
        spring.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        // Settings has read the arguments; the environment must not apply them a second time.
        spring.setAddCommandLineProperties(false);
        // Before anything else reads the environment: logging is set up long before the context.
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
