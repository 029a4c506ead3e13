package dev.bellrope.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bellrope}, the root of all commands. */
@Command(
        name = "bellrope",
        description = "Pull once: the right people come, and the customer always knows.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            CheckCommand.class,
            ReplayCommand.class,
            BackupCommand.Write.class,
            BackupCommand.Read.class,
            ArchiveCommand.Pack.class,
            ArchiveCommand.Unpack.class
        })
public final class Commands implements Runnable {
    /** The exit code of a command that left a server running. */
    public static final int KEEP_RUNNING = -1;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec specification;

    private Commands() {}

    /**
     * Runs the command that the arguments name.
     *
     * @param application the Spring application, for the commands that start it
     */
    public static int execute(Class<?> application, String... arguments) {
        CommandLine line = new CommandLine(new Commands(), new CommandFactory(application));
        return line.execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(specification.commandLine(), "Say what to do.");
    }
}
