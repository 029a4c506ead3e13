package dev.bellrope.app.database;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs a program of PostgreSQL or of the operating system to its end. */
record OsProcess(List<String> words) {
    /** The exit code and the output of a program. */
    record ProcessResult(int exitCode, String output) {}

    static OsProcess of(OsUser account, Path program, Stream<String> arguments) {
        return new OsProcess(
                Stream.concat(account.prefix().stream(), Stream.concat(Stream.of(program.toString()), arguments))
                        .toList());
    }

    boolean succeeds() {
        try {
            return outcome().exitCode() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    ProcessResult outcome() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        // Messages are to be in English, and settings of other PostgreSQL clients must not apply.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        builder.directory(Path.of("/").toFile());
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            return new ProcessResult(process.waitFor(), output.strip());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new IOException("interrupted while " + words.getFirst() + " ran", stopped);
        }
    }
}
