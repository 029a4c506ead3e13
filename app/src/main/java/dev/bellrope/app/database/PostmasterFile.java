package dev.bellrope.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code postmaster.pid}, which PostgreSQL keeps in its data directory while it runs, and leaves behind when it is
 * killed.
 *
 * @param pid the process that wrote the file
 * @param port the port that it listens on; 0 while it is still starting
 */
record PostmasterFile(Path file, long pid, int port) {
    /** A number above every limit of process ids. */
    private static final int NOBODYS_PID = Integer.MAX_VALUE;

    /**
     * Reads the file, if it exists: line 1 is the process, line 4 the port (PostgreSQL's miscadmin.h,
     * LOCK_FILE_LINE_*).
     */
    static Optional<PostmasterFile> find(Path data) {
        Path file = data.resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            long pid = Math.abs(Long.parseLong(lines.getFirst().strip()));
            int port = lines.size() > 3 && !lines.get(3).isBlank()
                    ? Integer.parseInt(lines.get(3).strip())
                    : 0;
            return Optional.of(new PostmasterFile(file, pid, port));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException unreadable) {
            return Optional.of(new PostmasterFile(file, -1, 0));
        }
    }

    /**
     * Whether the process still runs and serves these data. After a reboot its id may belong to any process; and a
     * zombie, as in a container without an init process, keeps its id but has no command line.
     */
    boolean alive() {
        return process()
                .filter(process -> process.info()
                        .commandLine()
                        .map(line -> line.contains(String.valueOf(file.getParent())))
                        .orElse(false))
                .isPresent();
    }

    /** Whether the process runs exactly this program. */
    boolean runs(Path program) {
        return process()
                .flatMap(process -> process.info().command())
                .filter(program.toString()::equals)
                .isPresent();
    }

    private Optional<ProcessHandle> process() {
        return pid > 0 ? ProcessHandle.of(pid).filter(ProcessHandle::isAlive) : Optional.empty();
    }

    /**
     * Makes sure that a new PostgreSQL starts even if another process now has the old id. The file itself stays: it
     * also names the shared memory by which PostgreSQL notices that parts of the dead one still write to the data.
     */
    void disown() throws IOException {
        if (process().isPresent()) {
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            lines.set(0, Integer.toString(NOBODYS_PID));
            Files.write(file, lines);
        }
    }
}
