package dev.bellrope.app.cli;

import dev.bellrope.app.settings.CannotStart;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Reports why the server does not start in one sentence, if one sentence is enough. */
final class StartReport implements SpringBootExceptionReporter {
    StartReport(ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart known) {
                System.err.println(known.getMessage());
                return true;
            }
            if (cause instanceof PortInUseException taken) {
                System.err.println("Port " + taken.getPort()
                        + " is in use by another program. Choose another one: --port=8081, or BELLROPE_PORT=8081.");
                return true;
            }
        }
        return false;
    }
}
