package dev.bellrope.app;

import dev.bellrope.app.cli.Server;
import dev.bellrope.app.database.TestDatabase;
import dev.bellrope.app.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The real application on a fresh database. A test that is about starting, about meters or about several nodes starts one; any other
 * shares one, which runs already if a test before it has shared one with the same settings:
 *
 * <pre>{@code
 * SettableClock clock = SettableClock.at("2026-03-06T15:30:00Z");
 * try (RunningApp app = RunningApp.with(clock).share()) {
 *     app.get(Accounts.class).add(...);
 *     clock.advance(Duration.ofHours(1));
 *     HttpClient.newHttpClient().send(HttpRequest.newBuilder(app.url("/api/v1/escalations")).build(), ...);
 * }
 * }</pre>
 */
public final class RunningApp implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final TestDatabase database;
    private final boolean ownsDatabase;
    private final Runnable end;

    private RunningApp(
            ConfigurableApplicationContext context, TestDatabase database, boolean ownsDatabase, Runnable end) {
        this.context = context;
        this.database = database;
        this.ownsDatabase = ownsDatabase;
        this.end = end;
    }

    /** What to start it with. */
    public static final class Start {
        private final Clock clock;
        private final Map<String, String> others = new HashMap<>();
        private int port;
        private URI baseUrl = URI.create("http://localhost");
        private Optional<URI> smtpUrl = Optional.empty();
        private Optional<Settings.Kafka> kafka = Optional.empty();
        private Optional<TestDatabase> database = Optional.empty();
        private Optional<TestDatabase> replica = Optional.empty();
        private final List<ApplicationContextInitializer<GenericApplicationContext>> beans = new ArrayList<>();

        private Start(Clock clock) {
            this.clock = clock;
        }

        /** A setting of Spring or of a module's own properties. */
        public Start setting(String key, String value) {
            others.put(key, value);
            return this;
        }

        /** On that port instead of any free one. */
        public Start port(int wanted) {
            port = wanted;
            return this;
        }

        /** The address that people reach it at. */
        public Start baseUrl(String url) {
            baseUrl = URI.create(url);
            return this;
        }

        public Start smtp(URI url) {
            smtpUrl = Optional.of(url);
            return this;
        }

        /** With that Kafka, and topics of these names. */
        public Start kafka(String servers, String signals, String events) {
            kafka = Optional.of(new Settings.Kafka(servers, signals, events, Map.of()));
            return this;
        }

        /** An existing database, such as one that a second node shares or that was filled before; it is not dropped. */
        public Start on(TestDatabase existing) {
            database = Optional.of(existing);
            return this;
        }

        /** With that standby of the database. */
        public Start replica(TestDatabase standby) {
            replica = Optional.of(standby);
            return this;
        }

        /** With that bean in place of the one of its type that is there. */
        public <B> Start bean(Class<B> type, B bean) {
            beans.add(starting -> starting.registerBean(
                    "replaced " + type.getSimpleName(), type, () -> bean, definition -> definition.setPrimary(true)));
            return this;
        }

        /** Starts one that nobody else uses. */
        public RunningApp start() {
            TestDatabase used = database.orElseGet(TestDatabase::create);
            ConfigurableApplicationContext context = start(used, starting -> {
                starting.registerBean(Clock.class, () -> clock);
                beans.forEach(one -> one.initialize(starting));
            });
            return new RunningApp(context, used, database.isEmpty(), context::close);
        }

        /**
         * Goes on with one that a test before it is done with, if there is one with these settings. It knows nothing of the other
         * databases that it had; its port, its meters and the log of its start are those of all of them.
         */
        public RunningApp share() {
            if (port != 0 || smtpUrl.isPresent() || kafka.isPresent() || replica.isPresent() || !beans.isEmpty()) {
                throw new IllegalStateException(
                        "whoever wants a port, a mail server, Kafka, a replica or another bean starts one");
            }
            TestDatabase used = database.orElseGet(TestDatabase::create);
            Map<String, String> wanted = new HashMap<>(others);
            wanted.put("base-url", baseUrl.toString());
            SharedApp shared = SharedApp.take(
                    wanted,
                    clock,
                    used,
                    (followed, led) -> start(used, starting -> {
                        starting.registerBean(Clock.class, () -> followed);
                        starting.getBeanFactory().addBeanPostProcessor(led);
                    }));
            return new RunningApp(shared.context(), used, database.isEmpty(), shared::giveBack);
        }

        private ConfigurableApplicationContext start(
                TestDatabase used, ApplicationContextInitializer<GenericApplicationContext> more) {
            Settings settings = new Settings(
                    port,
                    Path.of("target", "test-home").toAbsolutePath(),
                    baseUrl,
                    Optional.of(address(used)),
                    replica.map(Start::address),
                    smtpUrl,
                    kafka,
                    others);
            return Server.start(
                    Bellrope.class,
                    settings,
                    starting -> starting.getBeanFactory().addBeanPostProcessor(new QuickPasswords()),
                    more);
        }

        private static Settings.Database address(TestDatabase database) {
            return new Settings.Database(database.url(), database.user(), database.password());
        }
    }

    public static Start with(Clock clock) {
        return new Start(clock);
    }

    /** With the time of the world. */
    public static RunningApp start() {
        return with(Clock.systemUTC()).start();
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** The address of a path that starts with a slash. */
    public URI url(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    /** The bean of that type. */
    public <B> B get(Class<B> type) {
        return context.getBean(type);
    }

    /** The beans of that type. */
    public <B> Collection<B> all(Class<B> type) {
        return context.getBeansOfType(type).values();
    }

    public TestDatabase database() {
        return database;
    }

    public JdbcClient client() {
        return get(JdbcClient.class);
    }

    @Override
    public void close() {
        end.run();
        if (ownsDatabase) {
            database.close();
        }
    }
}
