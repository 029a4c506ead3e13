package dev.bellrope.bench.start;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./bellrope serve} as a process of its own. */
final class Installed implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(10);

    private final Process process;
    private final URI address;
    private final double seconds;

    private Installed(Process process, URI address, double seconds) {
        this.process = process;
        this.address = address;
        this.seconds = seconds;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param program what starts it, such as the launcher
     * @param log where it writes to
     */
    static Installed start(List<String> program, Path log, List<String> settings)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("serve", "--port=" + port));
        command.addAll(settings);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        // Nobody else may be left running when the measurement is interrupted.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        URI address = URI.create("http://localhost:" + port);
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!isReady(http, address)) {
                if (!process.isAlive() || System.nanoTime() - start > LONGEST.toNanos()) {
                    process.destroy();
                    throw new IllegalStateException("the server did not start; it says why in " + log);
                }
                Thread.sleep(LOOK);
            }
        }
        return new Installed(process, address, (System.nanoTime() - start) / 1e9);
    }

    private static boolean isReady(HttpClient http, URI address) throws InterruptedException {
        try {
            HttpResponse<Void> answer = http.send(
                    HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                            .build(),
                    BodyHandlers.discarding());
            return answer.statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    URI address() {
        return address;
    }

    /** From the command to the first answer that says ready. */
    double secondsUntilReady() {
        return seconds;
    }

    /** The memory that the process holds, without the database's, in megabytes. */
    double resident() throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(process.pid())).start();
        String kilobytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        return kilobytes.isEmpty() ? Double.NaN : Long.parseLong(kilobytes) / 1024.0;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
