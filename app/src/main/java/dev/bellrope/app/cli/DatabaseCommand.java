package dev.bellrope.app.cli;

import dev.bellrope.app.settings.CannotStart;
import dev.bellrope.app.settings.Settings;
import dev.bellrope.app.settings.WrongSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** A command that works on the database of {@code serve}, while that runs or not, and takes the same settings. */
@SuppressWarnings("NullAway.Init") // picocli sets what is required
abstract class DatabaseCommand implements Callable<Integer> {
    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Spec
    private CommandSpec specification;

    /** Does the work and returns a sentence about what was done. */
    abstract String run(Settings settings);

    @Override
    public Integer call() {
        try {
            Settings read = Settings.read(settings, System.getenv(), Path.of("").toAbsolutePath());
            specification.commandLine().getOut().println(run(read));
            specification.commandLine().getOut().flush();
            return 0;
        } catch (WrongSettings wrong) {
            return fail(String.join(System.lineSeparator(), wrong.problems()));
        } catch (CannotStart cannot) {
            return fail(String.valueOf(cannot.getMessage()));
        }
    }

    private int fail(String why) {
        specification.commandLine().getErr().println(why);
        specification.commandLine().getErr().flush();
        return 2;
    }
}
