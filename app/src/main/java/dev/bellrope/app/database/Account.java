package dev.bellrope.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The account of the operating system that PostgreSQL runs under: it refuses to run as root, which is what a process in a container
 * often is.
 *
 * @param prefix what to put before a command
 * @param owner the user id that must own the data
 */
record Account(List<String> prefix, int owner) {
    private static final int NOBODY = 65_534;

    /** Ourselves, or when we are root: root in a user namespace of its own, where it is nobody; else the real nobody. */
    static Account choose() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Account(List.of(), -1);
        }
        if (works("unshare", "-U", "true")) {
            return new Account(List.of("unshare", "-U"), 0);
        }
        List<String> nobody = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        if (works(Stream.concat(nobody.stream(), Stream.of("true")).toArray(String[]::new))) {
            return new Account(nobody, NOBODY);
        }
        throw new DatabaseUnavailable(
                "PostgreSQL does not run as root, and neither unshare nor setpriv can change that here."
                        + " Start Bellrope as another user, or set BELLROPE_DATABASE_URL.");
    }

    /** Hands a directory and all in it to the account. */
    void own(Path directory) {
        try {
            if (owner < 0 || Files.getAttribute(directory, "unix:uid").equals(owner)) {
                return;
            }
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.toList()) {
                    Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
                }
            }
        } catch (IOException refused) {
            throw new DatabaseUnavailable("Cannot hand " + directory + " to user " + owner, refused);
        }
    }

    private static boolean works(String... command) {
        return new Command(List.of(command)).succeeds();
    }
}
