package dev.bellrope.app.demo;

import dev.bellrope.app.access.DemoSignIns;
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

/** The demo: prepares a context before it starts, then moves the company in and lets it live. */
public final class Demo {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final URI MAILBOX = URI.create("local:mailbox");

    private final MovableClock clock = new MovableClock();
    private final Path unfinished;
    private final Consumer<String> tell;

    /**
     * A demo.
     *
     * @param settings as {@link #settings} gives them
     * @param tell takes lines for whoever started it
     */
    public Demo(Settings settings, Consumer<String> tell) {
        this.unfinished = settings.home().resolve("moving-in");
        this.tell = tell;
    }

    /** A home of its own beside the real one, no mail to anywhere but the local mailbox, and no Kafka, whatever is set. */
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
     * What the context needs before it starts: the clock, and the one-click sign-ins.
     *
     * @param fresh whether what is there is thrown away; so is a company that was only half moved in
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

    /** Inside the start, so that the home is locked and no other process can be at work in it. */
    private static void emptied(Flyway flyway) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .cleanDisabled(false)
                .load()
                .clean();
        flyway.migrate();
    }

    /** Whether the database holds something that is no demo, which then is left alone. */
    public static boolean isForeign(ConfigurableApplicationContext context) {
        return !CompanySetup.isDone(context)
                && !context.getBean(Directory.class).listAccounts("", 1, "").isEmpty();
    }

    /** Moves the company in, where it has not been yet, and starts the live part; ends with the context. */
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
