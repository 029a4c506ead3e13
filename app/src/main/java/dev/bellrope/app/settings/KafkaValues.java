package dev.bellrope.app.settings;

import dev.bellrope.app.settings.SettingSources.FoundSetting;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** Reads and checks the settings for Kafka. */
final class KafkaValues {
    private static final String SIGNALS = "bellrope.signals";
    private static final String EVENTS = "bellrope.escalations";

    /** Kafka's own rule, with room for the suffix {@code .dead}. */
    private static final String TOPIC = "[A-Za-z0-9._-]{1,240}";

    private static final String SERVER = "(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+):[0-9]{1,5}";

    private final SettingSources sources;

    KafkaValues(SettingSources sources) {
        this.sources = sources;
    }

    Optional<Settings.Kafka> kafka() {
        Optional<FoundSetting> servers = sources.find(Setting.KAFKA_SERVERS);
        if (servers.isEmpty()) {
            refuseWithoutServers();
            return Optional.empty();
        }
        String written = servers.get().value().replaceAll("\\s", "");
        if (!written.matches(SERVER + "(," + SERVER + ")*")) {
            sources.refuse(Setting.KAFKA_SERVERS, servers.get(), "is no list of servers");
        }
        return Optional.of(new Settings.Kafka(
                written,
                topic(Setting.KAFKA_SIGNALS_TOPIC, SIGNALS),
                topic(Setting.KAFKA_EVENTS_TOPIC, EVENTS),
                client()));
    }

    private void refuseWithoutServers() {
        for (Setting one : List.of(Setting.KAFKA_PROPERTIES, Setting.KAFKA_SIGNALS_TOPIC, Setting.KAFKA_EVENTS_TOPIC)) {
            sources.find(one)
                    .ifPresent(set -> sources.problem(one.key() + " is of use only together with "
                            + Setting.KAFKA_SERVERS.key() + ". Accepted there: " + Setting.KAFKA_SERVERS.accepts()
                            + "."));
        }
    }

    private String topic(Setting setting, String otherwise) {
        Optional<FoundSetting> set = sources.find(setting);
        String name = set.map(found -> found.value().strip()).orElse(otherwise);
        if (!name.matches(TOPIC)) {
            sources.refuse(setting, set.orElseThrow(), "is not the name of a topic");
        }
        return name;
    }

    private Map<String, String> client() {
        Optional<FoundSetting> set = sources.find(Setting.KAFKA_PROPERTIES);
        if (set.isEmpty()) {
            return Map.of();
        }
        try (Reader file = Files.newBufferedReader(Path.of(set.get().value().strip()))) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toMap(name -> name, properties::getProperty));
        } catch (IOException | IllegalArgumentException unreadable) {
            // the message may repeat a line with a password
            sources.refuse(Setting.KAFKA_PROPERTIES, set.get(), "cannot be read as properties");
            return Map.of();
        }
    }
}
