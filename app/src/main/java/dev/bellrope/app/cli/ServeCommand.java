package dev.bellrope.app.cli;

import dev.bellrope.app.settings.CannotStart;
import dev.bellrope.app.settings.Settings;
import dev.bellrope.app.settings.WrongSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** The command {@code bellrope serve}, which starts the server. */
@Command(
        name = "serve",
        description = "Starts the server.",
        footer = {
            "",
            "Settings are given as --port=8081, as BELLROPE_PORT=8081, or in bellrope.yaml here or in the home.",
            "Names: port, home, base-url, database.url, database.user, database.password, smtp.url, kafka.servers."
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    private final Class<?> application;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    ServeCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        try {
            Settings settings =
                    Settings.read(arguments, System.getenv(), Path.of("").toAbsolutePath());
            ConfigurableApplicationContext context = Server.start(application, settings);
            String port = context.getEnvironment().getRequiredProperty("local.server.port");
            LOG.info("Bellrope serves on port {}; people reach it at {}", port, settings.baseUrl());
            return Commands.KEEP_RUNNING;
        } catch (WrongSettings wrong) {
            wrong.problems().forEach(System.err::println);
            return 2;
        } catch (RuntimeException failed) {
            // StartReport or Spring has already reported why.
            return told(failed) ? 2 : 1;
        }
    }

    private static boolean told(Throwable failure) {
        return failure instanceof CannotStart || (failure.getCause() != null && told(failure.getCause()));
    }
}
