package dev.bellrope.app.escalations.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The archived history of one escalation: compressed lines of JSON, and a hash that reveals damage. */
final class ArchivedHistory {
    private final String escalation;
    private final byte[] bytes;
    private final String sha256;

    ArchivedHistory(String escalation, byte[] bytes, String sha256) {
        this.escalation = escalation;
        this.bytes = bytes.clone();
        this.sha256 = sha256;
    }

    static ArchivedHistory of(String escalation, List<String> lines) {
        byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return new ArchivedHistory(escalation, packed.toByteArray(), hash(text));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    String sha256() {
        return sha256;
    }

    /**
     * Returns the lines that were archived.
     *
     * @throws DamagedArchive when they are no longer what was archived
     */
    List<String> lines() {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] text = gzip.readAllBytes();
            if (!hash(text).equals(sha256)) {
                throw new DamagedArchive(escalation, "its hash is not that of what was archived");
            }
            return new String(text, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new DamagedArchive(escalation, "it cannot be unpacked (" + unreadable.getMessage() + ")");
        }
    }

    private static String hash(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
