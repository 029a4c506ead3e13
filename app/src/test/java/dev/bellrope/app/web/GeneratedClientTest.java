package dev.bellrope.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Tokens;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.architecture.Repository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The document is good enough for a program: a generator makes a client of it, all of that compiles as it comes, and the example beside
 * its settings takes an escalation from open to closed by it.
 */
@Tag("long")
class GeneratedClientTest {
    private static final Path GENERATOR = Path.of("target", "openapi-generator", "openapi-generator-cli.jar");
    private static final Path EXAMPLE = Repository.file("examples/client");

    @TempDir
    private Path folder;

    @Test
    void aGeneratedClientTakesAnEscalationFromOpenToClosed() throws Exception {
        try (RunningApp app = RunningApp.with(SettableClock.at("2026-03-06T15:30:00Z"))
                        .share();
                Visitor reader = Visitor.withToken(app, Scope.READ)) {
            String token =
                    app.get(Tokens.class).issue("program", Role.MANAGER, EnumSet.allOf(Scope.class), Optional.empty());
            Path document = Files.writeString(
                    folder.resolve("openapi.json"),
                    reader.get("/api/v1/openapi.json").body());

            List<String> said = run(compile(generate(document)), app.url("").toString(), token);

            assertThat(said)
                    .zipSatisfy(
                            List.of(
                                    "ticket 4711: accepted",
                                    "ESC-1001 is active",
                                    "sent again: ESC-1001",
                                    "409: ESC-1001 has changed since you saw it.*",
                                    "acknowledged",
                                    "422: .*'nobody'.*",
                                    "ESC-1001 is resolved",
                                    "409: .*customer-confirms-or-48h-silence.*",
                                    "missing: customer-confirms-or-48h-silence",
                                    "ESC-1001 is closed"),
                            (line, expected) -> assertThat(line).matches(expected));
            assertThat(reader.get("/api/v1/escalations/ESC-1001").body()).contains("\"status\":\"closed\"");
        }
    }

    /** As anybody would call it, in a process of its own: its libraries do not get along with those of the application. */
    private Path generate(Path document) throws IOException, InterruptedException {
        assertThat(GENERATOR)
                .as("the generator, which the build fetches: mvn -pl core,app -am generate-test-resources")
                .exists();
        Path client = folder.resolve("client");
        Path log = folder.resolve("generator.log");
        Process generator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        GENERATOR.toAbsolutePath().toString(),
                        "generate",
                        "-c",
                        EXAMPLE.resolve("java.yaml").toString(),
                        "-i",
                        document.toString(),
                        "-o",
                        client.toString(),
                        "--global-property=models,apis,supportingFiles,apiTests=false,modelTests=false,apiDocs=false,modelDocs=false")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(generator.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
            assertThat(generator.exitValue()).as(Files.readString(log)).isZero();
        } finally {
            generator.destroyForcibly();
        }
        return client.resolve("src/main/java");
    }

    /** All of the client, also what the example does not use. */
    private Path compile(Path client) throws IOException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter mistakes = new StringWriter();
        try (Stream<Path> generated = Files.walk(client);
                StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<Path> sources = Stream.concat(generated, Stream.of(EXAMPLE.resolve("OneEscalation.java")))
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
            boolean compiled = compiler.getTask(
                            mistakes,
                            files,
                            null,
                            List.of(
                                    "-proc:none",
                                    "-nowarn",
                                    "-Xlint:none",
                                    "-implicit:none",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "-d",
                                    classes.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as(mistakes.toString()).isTrue();
        }
        return classes;
    }

    /** What the example prints, line by line. */
    private static List<String> run(Path classes, String address, String token) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {classes.toUri().toURL()});
                PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            loader.loadClass("OneEscalation")
                    .getMethod("run", String.class, String.class, PrintStream.class)
                    .invoke(null, address, token, out);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
