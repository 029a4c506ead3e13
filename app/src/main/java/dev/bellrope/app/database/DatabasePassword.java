package dev.bellrope.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The password of the embedded PostgreSQL: random, and readable only by the owner of the home. */
record DatabasePassword(Path folder, String value) {
    private static final int BYTES = 24;
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** Returns the stored password; creates one the first time. */
    static DatabasePassword of(Path folder) throws IOException {
        Path file = folder.resolve("password");
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, OWNER_ONLY);
            Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return new DatabasePassword(folder, Files.readString(file).strip());
    }

    /** Creates a copy that the account can read, to be deleted after use. */
    Path handTo(OsUser account) throws IOException {
        Path copy = Files.createTempFile(folder, "password-", "", OWNER_ONLY);
        Files.writeString(copy, value);
        account.own(copy);
        return copy;
    }

    @Override
    public String toString() {
        return "DatabasePassword[" + folder + "]";
    }
}
