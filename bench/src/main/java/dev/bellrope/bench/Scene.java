package dev.bellrope.bench;

import dev.bellrope.app.Bellrope;
import dev.bellrope.bench.clocks.Arena;
import dev.bellrope.bench.clocks.Contest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a row is measured, and how large. The database starts with the first row that needs one. */
public final class Scene {
    private final Path target;
    private final Extent extent;
    private final boolean statements;
    private final Map<String, Object> about;
    private Optional<Arena> arena = Optional.empty();

    Scene(Path target, Extent extent, boolean statements, Map<String, Object> about) {
        this.target = target;
        this.extent = extent;
        this.statements = statements;
        this.about = about;
    }

    public Extent extent() {
        return extent;
    }

    /** The one number for a quick run, the other for figures. */
    public int sized(int quick, int full) {
        return extent.of(quick, full);
    }

    public Arena arena() {
        if (arena.isEmpty()) {
            Arena opened = Arena.open(target.resolve("database").toAbsolutePath());
            about.put("database", opened.settings());
            arena = Optional.of(opened);
        }
        return arena.get();
    }

    /** The home that a server is started with. */
    public Path home() {
        return target.resolve("home").toAbsolutePath();
    }

    /** What starts a server: the launcher, or in a smoke run the classes of this process, since the launcher would build them first. */
    public List<String> program() {
        if (extent != Extent.SMOKE) {
            return List.of(root().resolve("bellrope").toString());
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Bellrope.class.getName());
    }

    /** The folder of the whole project. */
    public Path root() {
        return target.resolve("../..").toAbsolutePath().normalize();
    }

    /** Whether the statements that were sent are to be listed. */
    public boolean listsStatements() {
        return statements;
    }

    Contest contest() {
        return new Contest(arena(), home(), extent, statements);
    }

    /** Says where a run stands, one line a step. */
    public static void say(String step) {
        System.err.println("  " + step + " ...");
    }
}
