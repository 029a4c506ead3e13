package dev.bellrope.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The operating-system account that PostgreSQL runs under: it refuses to run as root, which is often what a process in
 * a container is.
 *
 * @param prefix the words to put before a command
 * @param owner the user id that must own the data; negative if the owner need not change
 */
record OsUser(List<String> prefix, int owner) {
    private static final int NOBODY = 65_534;

    /**
     * The choices for root: a user namespace of its own, in which it is nobody, or, since containers often forbid that,
     * the real nobody.
     */
    private static final List<OsUser> OTHERS_THAN_ROOT = List.of(
            new OsUser(List.of("unshare", "-U"), 0),
            new OsUser(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY));

    /** Returns our own account, unless we are root. */
    static OsUser choose() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new OsUser(List.of(), -1);
        }
        return OTHERS_THAN_ROOT.stream()
                .filter(OsUser::works)
                .findFirst()
                .orElseThrow(() -> new DatabaseUnavailable("PostgreSQL does not run as root, and neither unshare nor"
                        + " setpriv can change that here. Start Bellrope as another user, or set"
                        + " BELLROPE_DATABASE_URL."));
    }

    /** Refuses a home that the account cannot enter, as nobody usually cannot enter that of root. */
    void mustReach(Path program) {
        OsProcess command = OsProcess.of(this, Path.of("test"), Stream.of("-x", program.toString()));
        if (!command.succeeds()) {
            throw new DatabaseUnavailable(
                    "PostgreSQL does not run as root, so here it runs as nobody, who cannot enter "
                            + program.getParent() + ". Keep the data where others may enter, such as"
                            + " BELLROPE_HOME=/var/lib/bellrope, or start Bellrope as another user.");
        }
    }

    private boolean works() {
        return new OsProcess(Stream.concat(prefix.stream(), Stream.of("true")).toList()).succeeds();
    }

    /** Makes the account the owner of a directory and everything in it. */
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
}
