package dev.bellrope.app.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of an operator. A value comes from the command line, else from the environment, else from {@code
 * bellrope.yaml} in the working directory, else from {@code bellrope.yaml} in the home, else from the default.
 *
 * @param port the HTTP port, 0 for any free one; 8080 by default
 * @param home where Bellrope keeps its own files; {@code ~/.bellrope} by default
 * @param baseUrl the address at which people reach Bellrope, used in links; without a trailing slash
 * @param database the operator's PostgreSQL; if empty, Bellrope runs an embedded one under the home
 * @param replica a standby from which lists are read; if empty, everything is read from the primary
 * @param smtpUrl the server for outgoing e-mail; if empty, none is sent
 * @param kafka the Kafka that signals are read from and events are written to; empty for none
 * @param others settings of the frameworks, such as {@code logging.level.root}, passed on unchanged
 */
public record Settings(
        int port,
        Path home,
        URI baseUrl,
        Optional<Database> database,
        Optional<Database> replica,
        Optional<URI> smtpUrl,
        Optional<Kafka> kafka,
        Map<String, String> others) {

    /** Spring Boot's setting for the destination of traces. */
    static final String TRACES_TO = "management.opentelemetry.tracing.export.otlp.endpoint";

    public Settings {
        others = Map.copyOf(others);
    }

    /** Whether traces are exported. */
    public boolean exportsTraces() {
        return others.containsKey(TRACES_TO);
    }

    /**
     * The operator's PostgreSQL.
     *
     * @param url the JDBC URL
     */
    public record Database(String url, String user, String password) {
        @Override
        public String toString() {
            return "Database[as " + user + "]";
        }
    }

    /**
     * The operator's Kafka.
     *
     * @param servers {@code host:port}, separated by commas
     * @param client properties for all clients, such as how to log in
     */
    public record Kafka(String servers, String signalsTopic, String eventsTopic, Map<String, String> client) {
        public Kafka {
            client = Map.copyOf(client);
        }

        /** Returns the topic for messages that cannot be read. */
        public String deadLetterTopic() {
            return signalsTopic + ".dead";
        }

        /**
         * Returns the properties for creating a client.
         *
         * @param defaults our defaults, which the operator's properties override
         */
        public Map<String, Object> client(Map<String, Object> defaults) {
            Map<String, Object> all = new HashMap<>(defaults);
            all.putAll(client);
            all.put("bootstrap.servers", servers);
            return all;
        }

        @Override
        public String toString() {
            return "Kafka[at " + servers + "]";
        }
    }

    /**
     * Reads and checks all settings.
     *
     * @param arguments {@code --key=value}, where {@code bellrope.} before the key may be omitted
     * @param environment the variables of the process
     * @param workingDirectory the directory in which {@code bellrope.yaml} is looked for first
     * @throws WrongSettings when any setting is unknown or unusable
     */
    public static Settings read(List<String> arguments, Map<String, String> environment, Path workingDirectory)
            throws WrongSettings {
        SettingSources sources = new SettingSources();
        sources.addArguments(arguments);
        sources.addEnvironment(environment);
        sources.addFile(workingDirectory.resolve("bellrope.yaml"));
        SettingValues values = new SettingValues(sources);
        Path home = values.home();
        if (!home.equals(workingDirectory)) {
            sources.addFile(home.resolve("bellrope.yaml"));
        }
        int port = values.port();
        Optional<Database> database = values.database();
        Settings settings = new Settings(
                port,
                home,
                values.baseUrl(port),
                database,
                values.replica(database),
                values.smtpUrl(),
                new KafkaValues(sources).kafka(),
                values.others());
        if (!sources.problems().isEmpty()) {
            throw new WrongSettings(sources.problems());
        }
        return settings;
    }
}
