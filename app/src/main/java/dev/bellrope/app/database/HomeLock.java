package dev.bellrope.app.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A lock that lets one process at a time run the database of a home. The operating system releases it even after {@code
 * kill -9}.
 */
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    static HomeLock take(Path home) {
        Path file = home.resolve("bellrope.pid");
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                String holder = Files.readString(file).strip();
                channel.close();
                throw new DatabaseUnavailable("The home " + home + " is in use by "
                        + (holder.isEmpty() ? "another process" : "process " + holder)
                        + ". Stop that one, give this one a home of its own (BELLROPE_HOME=...), or let both share a"
                        + " PostgreSQL of yours (BELLROPE_DATABASE_URL=...).");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new HomeLock(channel);
        } catch (IOException unwritable) {
            throw new DatabaseUnavailable("The home " + home + " cannot be written to", unwritable);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /** Releases the lock; the file stays, since deleting it would race with the next holder. */
    @Override
    public void close() {
        try {
            channel.truncate(0);
            channel.close();
        } catch (IOException alreadyGone) {
            // the lock ends with the process anyway
        }
    }
}
