package dev.bellrope.app.directory.web;

import dev.bellrope.app.directory.entry.BadInput;
import java.io.IOException;
import java.io.InputStream;

/** Reads an uploaded file up to a size limit. */
final class BoundedBody {
    private static final int MEGABYTES = 30;
    private static final int BYTES = MEGABYTES * 1024 * 1024;

    private BoundedBody() {}

    static byte[] read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(BYTES + 1);
        if (bytes.length > BYTES) {
            throw BadInput.of("", "", "the file is larger than the " + MEGABYTES + " MB that fit; split it");
        }
        return bytes;
    }
}
