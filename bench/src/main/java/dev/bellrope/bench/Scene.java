package dev.bellrope.bench;

import dev.bellrope.bench.clocks.Arena;
import dev.bellrope.bench.clocks.Contest;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where a row is measured, and how large. The database starts with the first row that needs one. */
public final class Scene {
    private final Path target;
    private final boolean quick;
    private final boolean statements;
    private final Map<String, Object> about;
    private Optional<Arena> arena = Optional.empty();

    Scene(Path target, boolean quick, boolean statements, Map<String, Object> about) {
        this.target = target;
        this.quick = quick;
        this.statements = statements;
        this.about = about;
    }

    public boolean isQuick() {
        return quick;
    }

    /** The one number for a smoke run, the other for figures. */
    public int sized(int smoke, int full) {
        return quick ? smoke : full;
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

    /** The folder of the whole project. */
    public Path root() {
        return target.resolve("../..").toAbsolutePath().normalize();
    }

    /** Whether the statements that were sent are to be listed. */
    public boolean listsStatements() {
        return statements;
    }

    Contest contest() {
        return new Contest(arena(), home(), quick, statements);
    }

    /** Says where a run stands, one line a step. */
    public static void say(String step) {
        System.err.println("  " + step + " ...");
    }
}
