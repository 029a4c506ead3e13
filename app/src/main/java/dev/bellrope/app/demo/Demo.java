package dev.bellrope.app.demo;

import dev.bellrope.app.access.DemoSignIns;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.intake.Intake;
import dev.bellrope.app.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/** The demo: prepares a context before it starts, then sets up the company and starts its live part. */
public final class Demo {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final URI MAILBOX = URI.create("local:mailbox");

    private final MovableClock clock = new MovableClock();
    private final Path unfinished;
    private final Consumer<String> tell;

    /**
     * Creates a demo.
     *
     * @param settings as returned by {@link #settings}
     * @param tell receives lines for whoever started it
     */
    public Demo(Settings settings, Consumer<String> tell) {
        this.unfinished = settings.home().resolve("moving-in");
        this.tell = tell;
    }

    /**
     * Returns the settings of the demo: its own home inside the real one, mail only to the local mailbox, and no Kafka,
     * whatever is configured.
     */
    public static Settings settings(Settings given) {
        return new Settings(
                given.port(),
                given.home().resolve("demo"),
                given.baseUrl(),
                given.database(),
                given.replica(),
                Optional.of(MAILBOX),
                Optional.empty(),
                given.others());
    }

    /**
     * Registers what the context needs before it starts: the clock and the one-click sign-ins.
     *
     * @param fresh whether to discard existing data; a company that was only partly set up is always discarded
     */
    public ApplicationContextInitializer<GenericApplicationContext> beforeStart(boolean fresh) {
        return context -> {
            context.registerBean(Clock.class, () -> clock);
            context.registerBean(DemoSignIns.class, DemoUsers::new);
            if (fresh || Files.exists(unfinished)) {
                context.registerBean(FlywayMigrationStrategy.class, () -> Demo::emptied);
            }
        };
    }

    /** Runs during the start, when the home is locked and no other process can be using it. */
    private static void emptied(Flyway flyway) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .cleanDisabled(false)
                .load()
                .clean();
        flyway.migrate();
    }

    /** Whether the database contains data that are not from the demo, which are then left alone. */
    public static boolean isForeign(ConfigurableApplicationContext context) {
        return !CompanySetup.isDone(context)
                && !context.getBean(Directory.class)
                        .listAccounts("", 1, "", VisibleAccounts.ALL)
                        .isEmpty();
    }

    /** Sets up the company, unless that has been done, and starts the live part, which ends with the context. */
    public void open(ConfigurableApplicationContext context) {
        if (!CompanySetup.isDone(context)) {
            moveIn(context);
        } else {
            tell.accept("The company is there already; it goes on where it was. A new one: bellrope demo --fresh");
        }
        LiveDemo live = live(context, clock.instant(), clock.instant().getEpochSecond());
        context.addApplicationListener((ContextClosedEvent closed) -> live.close());
        live.start();
    }

    private void moveIn(ConfigurableApplicationContext context) {
        Instant begun = MovableClock.wall();
        try {
            Files.createDirectories(unfinished.getParent());
            Files.writeString(unfinished, "The demo company is moving in; this file goes when it is there.");
            moveIn(context, begun.truncatedTo(ChronoUnit.SECONDS)).forEach(no -> LOG.debug("History: {}", no));
            clock.release();
            Files.delete(unfinished);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        tell.accept(
                "Moved in after " + Duration.between(begun, MovableClock.wall()).toSeconds() + " seconds");
    }

    List<String> moveIn(ConfigurableApplicationContext context, Instant now) {
        return new CompanySetup(context, clock, tell).moveIn(now);
    }

    LiveDemo live(ConfigurableApplicationContext context, Instant now, long seed) {
        Intake intake = context.getBean(Intake.class);
        Escalations escalations = context.getBean(Escalations.class);
        Directory directory = context.getBean(Directory.class);
        return new LiveDemo(
                new LiveStream(intake, escalations, directory, now, seed),
                new Colleagues(escalations, intake, new Cast(directory)),
                clock);
    }

    MovableClock clock() {
        return clock;
    }
}
