package dev.bellrope.app.history.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Checks that a log is in its character set. A decoder that replaces what it cannot read would make one name of two,
 * such as of Müller and Möller.
 */
final class LogCharset {
    private static final int BUFFER = 1 << 16;

    private LogCharset() {}

    /**
     * Reads the log to its end.
     *
     * @throws UnreadableLog if there are bytes that the character set does not have; names the line
     */
    static void requireReadable(InputStream log, Charset declared) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        boolean end = fill(log, bytes);
        Charset charset = ofByteOrderMark(bytes, declared);
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        long line = 1;
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, end);
            line += chars.flip().chars().filter(letter -> letter == '\n').count();
            chars.clear();
            if (result.isError()) {
                throw new UnreadableLog("The log cannot be read at line " + line + ": it is not " + charset
                        + ". (Say the log's character set under \"file\", such as \"charset: windows-1252\".)");
            }
            if (result.isUnderflow()) {
                if (end) {
                    return;
                }
                bytes.compact();
                end = fill(log, bytes);
            }
        }
    }

    /** Fills the rest of the buffer, for reading from its start; returns whether the log ends there. */
    private static boolean fill(InputStream log, ByteBuffer bytes) throws IOException {
        int wanted = bytes.remaining();
        byte[] read = log.readNBytes(wanted);
        bytes.put(read).flip();
        return read.length < wanted;
    }

    /** Returns the character set that a byte order mark says, as the CSV reader takes it too. */
    private static Charset ofByteOrderMark(ByteBuffer bytes, Charset declared) {
        int first = bytes.remaining() < 2 ? 0 : ((bytes.get(0) & 0xff) << 8) | (bytes.get(1) & 0xff);
        return switch (first) {
            case 0xfeff -> StandardCharsets.UTF_16BE;
            case 0xfffe -> StandardCharsets.UTF_16LE;
            case 0xefbb -> StandardCharsets.UTF_8;
            default -> declared;
        };
    }
}
