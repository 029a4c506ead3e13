package dev.bellrope.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code bellrope demo}. */
@Command(name = "demo", description = "Starts the server with a demo company.", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Unmatched
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // picocli sets it; nothing reads it yet
    private List<String> arguments;

    @Override
    public Integer call() {
        System.err.println("bellrope demo does not exist yet.");
        return 2;
    }
}
