package dev.bellrope.app.cli;

import dev.bellrope.app.settings.Settings;
import dev.bellrope.app.settings.WrongSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.ExitCodeGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code bellrope serve}. */
@Command(
        name = "serve",
        description = "Starts the server.",
        footer = {
            "",
            "Settings are given as --port=8081, as BELLROPE_PORT=8081, or in bellrope.yaml here or in the home.",
            "Names: port, home, base-url, database.url, database.user, database.password, smtp.url."
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
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
            Server.start(application, settings);
            return Commands.KEEP_RUNNING;
        } catch (WrongSettings wrong) {
            wrong.problems().forEach(System.err::println);
            return 2;
        } catch (RuntimeException failed) {
            // Spring has said why.
            return failed instanceof ExitCodeGenerator known ? known.getExitCode() : 1;
        }
    }
}
