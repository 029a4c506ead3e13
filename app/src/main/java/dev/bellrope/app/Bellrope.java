package dev.bellrope.app;

import dev.bellrope.app.cli.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The application, and the entrance from the command line. Beans go by their full names, since two modules may have a class of the
 * same simple name.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Bellrope {
    /** Does what the command line says; the exit code is 0 when it went well, 1 when it found something, 2 when it was asked wrongly. */
    public static void main(String[] arguments) {
        int exitCode = Commands.execute(Bellrope.class, arguments);
        if (exitCode != Commands.KEEP_RUNNING) {
            System.exit(exitCode);
        }
    }
}
