package dev.bellrope.app.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an operator may set. A value comes from the command line, else from the environment, else from {@code bellrope.yaml} in
 * the working directory, else from {@code bellrope.yaml} in the home, else from the default.
 *
 * @param port the HTTP port, 0 for any free one; 8080 unless set
 * @param home where Bellrope keeps its own files; {@code ~/.bellrope} unless set
 * @param baseUrl the address that people reach Bellrope at, used in links; without a trailing slash
 * @param database your PostgreSQL; empty: Bellrope runs one of its own under the home
 * @param replica a standby of it that lists are read from; empty: all is read from the database itself
 * @param smtpUrl where e-mail goes out; empty: none is sent
 * @param kafka the Kafka that signals are read from and events are written to; empty: none
 * @param others settings of the frameworks below, such as {@code logging.level.root}, passed on as they are
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

    /** Spring Boot's name of where traces go, for whoever needs more of its settings. */
    static final String TRACES_TO = "management.opentelemetry.tracing.export.otlp.endpoint";

    public Settings {
        others = Map.copyOf(others);
    }

    /** Whether traces go anywhere. */
    public boolean exportsTraces() {
        return others.containsKey(TRACES_TO);
    }

    /**
     * Your PostgreSQL.
     *
     * @param url as JDBC wants it
     */
    public record Database(String url, String user, String password) {
        @Override
        public String toString() {
            return "Database[as " + user + "]";
        }
    }

    /**
     * Your Kafka.
     *
     * @param servers {@code host:port}, with commas
     * @param client what every client of it is told, such as how to sign in
     */
    public record Kafka(String servers, String signalsTopic, String eventsTopic, Map<String, String> client) {
        public Kafka {
            client = Map.copyOf(client);
        }

        /** Where messages go that cannot be read. */
        public String deadLetterTopic() {
            return signalsTopic + ".dead";
        }

        /**
         * What a client is made with.
         *
         * @param defaults ours, where the operator says nothing
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
     * @param arguments {@code --key=value}, where {@code bellrope.} before the key may be left out
     * @param environment the variables of the process
     * @param workingDirectory where {@code bellrope.yaml} is looked for first
     * @throws WrongSettings when any is unknown or unusable
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
