package dev.bellrope.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code postmaster.pid}, which PostgreSQL keeps in its data directory while it runs, and leaves behind when it is killed.
 *
 * @param pid the process that wrote it
 * @param port what it listens on; 0 while it is still starting
 */
record PostmasterFile(Path file, long pid, int port) {
    /** Above every limit on process numbers. */
    private static final int NOBODYS_PID = Integer.MAX_VALUE;

    /** Lines: 1 the process, 4 the port (PostgreSQL's miscadmin.h, LOCK_FILE_LINE_*). */
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
     * Whether that process still runs and serves these data. After a restart of the machine the number may be anybody's; and one
     * that has ended while nobody waits for it, as in a container without an init process, keeps its number but has no command line.
     */
    boolean alive() {
        return process()
                .filter(process -> process.info()
                        .commandLine()
                        .map(line -> line.contains(String.valueOf(file.getParent())))
                        .orElse(false))
                .isPresent();
    }

    /** Whether it runs that very program. */
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
     * Makes sure that a new PostgreSQL is not refused because a stranger has the old number. The file itself stays: it also names the
     * shared memory by which PostgreSQL notices that parts of the dead one still write to the data.
     */
    void disown() throws IOException {
        if (process().isPresent()) {
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            lines.set(0, Integer.toString(NOBODYS_PID));
            Files.write(file, lines);
        }
    }
}
