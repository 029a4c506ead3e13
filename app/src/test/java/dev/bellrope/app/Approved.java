package dev.bellrope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is produced, beside a file in which somebody has approved it; {@code -Dapprove=true} accepts what it is now. */
public final class Approved {
    private Approved() {}

    public static void is(Path approved, String now) {
        try {
            if (Boolean.getBoolean("approve")) {
                Files.createDirectories(approved.getParent());
                Files.writeString(approved, now);
            }
            assertThat(approved).as("run with -Dapprove=true to accept").exists();
            assertThat(now)
                    .as("%s is not what it should be now; run with -Dapprove=true to accept", approved.getFileName())
                    .isEqualTo(Files.readString(approved));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
