package dev.bellrope.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code bellrope replay}. */
@Command(
        name = "replay",
        description = "Replays a log of past tickets through a playbook.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Unmatched
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // picocli sets it; nothing reads it yet
    private List<String> arguments;

    @Override
    public Integer call() {
        System.err.println("bellrope replay does not exist yet.");
        return 2;
    }
}
