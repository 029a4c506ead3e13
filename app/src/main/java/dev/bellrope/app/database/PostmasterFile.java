package dev.bellrope.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code postmaster.pid}, which PostgreSQL keeps in its data directory while it runs, and leaves behind when it is killed.
 *
 * @param pid the process that wrote it
 * @param port what it listens on; 0 while it is still starting
 */
record PostmasterFile(Path file, long pid, int port) {
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

    /** Whether that process still runs and is a PostgreSQL; after a restart of the machine the number may be anybody's. */
    boolean alive() {
        return pid > 0
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .map(process -> process.info().command().orElse("postgres"))
                        .filter(command -> command.contains("postgres"))
                        .isPresent();
    }

    /** Removes what a dead PostgreSQL left: it would refuse to start while another process has its old number. */
    void remove() throws IOException {
        Files.deleteIfExists(file);
    }
}
