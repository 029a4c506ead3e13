package dev.bellrope.app.cli;

import dev.bellrope.app.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Starts the Spring application with settings that are read and checked already. */
public final class Server {
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
        spring.addInitializers((GenericApplicationContext context) -> {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("settings", properties(settings)));
            context.registerBean(Settings.class, () -> settings);
        });
        for (ApplicationContextInitializer<GenericApplicationContext> one : more) {
            spring.addInitializers(one);
        }
        return spring.run();
    }

    private static Map<String, Object> properties(Settings settings) {
        Map<String, Object> properties = new HashMap<>(settings.others());
        properties.put("server.port", settings.port());
        return properties;
    }
}
