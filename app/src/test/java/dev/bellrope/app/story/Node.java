package dev.bellrope.app.story;

import dev.bellrope.app.Bellrope;
import dev.bellrope.app.database.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Bellrope in a process of its own, as {@code bellrope serve} starts it. */
public final class Node implements AutoCloseable {
    private static final Pattern SERVES = Pattern.compile("Bellrope serves on port (\\d+)");
    /** A system property. */
    private static final String JAR = "bellrope.jar";

    private static final String SEPARATOR = System.getProperty("path.separator");
    private static final Duration START = Duration.ofMinutes(2);

    private final Process process;
    private final Path log;
    private volatile Optional<Integer> served = Optional.empty();
    private final HttpClient http = HttpClient.newHttpClient();

    private Node(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Begins to start; {@link #port} waits until it serves. */
    public static Node start(String name, Path folder, TestDatabase database, URI smtp, String... settings)
            throws IOException {
        return start(program(), name, folder, database, smtp, settings);
    }

    /** The same by another main class of the tests, which is given that word first. */
    public static Node start(
            Class<?> main, String word, String name, Path folder, TestDatabase database, URI smtp, String... settings)
            throws IOException {
        List<String> program = new ArrayList<>(NodeClasses.options(true));
        program.addAll(List.of(main.getName(), word));
        return start(program, name, folder, database, smtp, settings);
    }

    static Node start(
            List<String> program, String name, Path folder, TestDatabase database, URI smtp, String... settings)
            throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Path log = home.resolve("log");
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        words.addAll(NodeClasses.OPTIONS);
        words.addAll(program);
        words.addAll(List.of(
                "serve",
                "--port=0",
                "--home=" + home,
                "--base-url=http://bells.example",
                "--database.url=" + database.url(),
                "--database.user=" + database.user(),
                "--database.password=" + database.password(),
                "--smtp.url=" + smtp));
        words.addAll(List.of(settings));
        Process process = new ProcessBuilder(words)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Node(process, log);
    }

    /** The jar that the property names, as it is installed, or else the classes of this process. */
    private static List<String> program() throws IOException {
        String jar = System.getProperty(JAR, "");
        if (jar.isEmpty()) {
            List<String> words = new ArrayList<>(NodeClasses.options(false));
            words.add(Bellrope.class.getName());
            return words;
        }
        List<String> words =
                new ArrayList<>(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        // Left by the first server that was stopped; it starts in half the time with it.
        Path archive = Path.of(jar).resolveSibling("classes.jsa");
        if (Files.exists(archive)) {
            words.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off"));
        }
        words.addAll(List.of("-jar", jar));
        return words;
    }

    /** The process works in a folder of its own. */
    static String absoluteClassPath() {
        return Pattern.compile(Pattern.quote(SEPARATOR))
                .splitAsStream(System.getProperty("java.class.path"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((one, next) -> one + SEPARATOR + next)
                .orElseThrow();
    }

    /** Once it serves. */
    public int port() {
        Until.isTrue("a node serves: " + log(), START, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("the node ended: " + log());
            }
            return find().isPresent();
        });
        return find().orElseThrow();
    }

    /** Empty while it still starts. */
    public Optional<Integer> find() {
        if (served.isEmpty()) {
            Matcher line = SERVES.matcher(log());
            served = line.find() ? Optional.of(Integer.valueOf(line.group(1))) : Optional.empty();
        }
        return served;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as Ctrl-C does. */
    public void stop() throws InterruptedException {
        process.destroy();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    public HttpResponse<String> post(String path, String token, String type, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** As {@code kill -9} does: no shutdown hook runs, nothing is handed back. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    /** As a machine that is suspended: it keeps what it has in hand, and does nothing. */
    public void suspend() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Lets it go on as if nothing had been. */
    public void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int answer = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
        if (answer != 0) {
            throw new AssertionError("the node cannot be sent " + name);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        process.destroyForcibly();
    }
}
