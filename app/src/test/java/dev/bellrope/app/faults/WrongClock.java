package dev.bellrope.app.faults;

import dev.bellrope.app.Bellrope;
import dev.bellrope.app.cli.Server;
import dev.bellrope.app.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** {@code bellrope serve} on a machine whose clock is wrong, by as much as the first argument says. */
public final class WrongClock {
    private WrongClock() {}

    public static void main(String[] arguments) throws Exception {
        Duration by = Duration.parse(arguments[0]);
        List<String> settings =
                Arrays.stream(arguments).filter(one -> one.startsWith("--")).toList();
        ConfigurableApplicationContext context = Server.start(
                Bellrope.class,
                Settings.read(settings, System.getenv(), Path.of("").toAbsolutePath()),
                (GenericApplicationContext starting) ->
                        starting.registerBean(Clock.class, () -> Clock.offset(Clock.systemUTC(), by)));
        System.out.println(
                "Bellrope serves on port " + context.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
