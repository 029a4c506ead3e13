package dev.bellrope.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code bellrope check}. */
@Command(
        name = "check",
        description = "Checks a playbook and says what is wrong with it.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Unmatched
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // picocli sets it; nothing reads it yet
    private List<String> arguments;

    @Override
    public Integer call() {
        System.err.println("bellrope check does not exist yet.");
        return 2;
    }
}
