package dev.bellrope.app.cli;

import dev.bellrope.app.demo.Demo;
import dev.bellrope.app.settings.CannotStart;
import dev.bellrope.app.settings.Settings;
import dev.bellrope.app.settings.WrongSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** The command {@code bellrope demo}, which starts the server with a demo company. */
@Command(
        name = "demo",
        description = "Starts the server with a demo company.",
        footer = {
            "",
            "The demo keeps its data under the home in a folder of its own, and sends no mail to anywhere but its own",
            "mailbox page. Settings are those of serve: --port=8081, or BELLROPE_PORT=8081."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private final Class<?> application;

    @Option(names = "--fresh", description = "Throws the data of the last demo away first.")
    private boolean fresh;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    DemoCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        try {
            Settings settings = Demo.settings(
                    Settings.read(arguments, System.getenv(), Path.of("").toAbsolutePath()));
            if (fresh && settings.database().isPresent()) {
                System.err.println("--fresh empties only a database of the demo's own. Empty yours yourself, or leave"
                        + " bellrope.database.url away.");
                return 2;
            }
            return started(settings);
        } catch (WrongSettings wrong) {
            wrong.problems().forEach(System.err::println);
            return 2;
        } catch (RuntimeException failed) {
            // StartReport or Spring has already reported why.
            return told(failed) ? 2 : 1;
        }
    }

    private int started(Settings settings) {
        Demo demo = new Demo(settings, System.out::println);
        System.out.println("Starting, with a database and a mailbox of its own ...");
        ConfigurableApplicationContext context = Server.start(application, settings, demo.beforeStart(fresh));
        if (settings.database().isPresent() && Demo.isForeign(context)) {
            context.close();
            System.err.println("That database holds data that are no demo; the demo moves only into an empty one.");
            return 2;
        }
        try {
            demo.open(context);
        } catch (RuntimeException failed) {
            failed.printStackTrace();
            context.close();
            return 1;
        }
        System.out.println(welcome(settings, context.getEnvironment().getRequiredProperty("local.server.port")));
        return Commands.KEEP_RUNNING;
    }

    private static String welcome(Settings settings, String port) {
        String address = settings.port() == 0
                ? "http://localhost:" + port
                : settings.baseUrl().toString();
        return """

                Bellrope is ready: %1$s

                Sign in with one click (in the demo only) as
                  Ana     agent                what must I do next, and by when
                  Eva     escalation manager   who owns what, and what is about to slip
                  Victor  executive            what waits for a decision
                  Ada     administrator        people, tokens, the playbook

                Watch for a minute: in 5 seconds a strategic account reports trouble, which is judged by a playbook
                with promises of seconds (northwind-live; history was judged by northwind, with promises of hours).
                Nobody acknowledges it, so after half a minute the promise is missed and it climbs to the specialists.
                What is said to whom lands in %1$s/messages/mailbox, and nowhere else.

                Ctrl-C ends it. The next start goes on from there; --fresh begins anew.
                """.formatted(address);
    }

    private static boolean told(Throwable failure) {
        return failure instanceof CannotStart || (failure.getCause() != null && told(failure.getCause()));
    }
}
