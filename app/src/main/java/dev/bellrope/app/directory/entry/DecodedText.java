package dev.bellrope.app.directory.entry;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file without its byte order mark, and the character set that it was found to be in: UTF-8, UTF-16, or
 * windows-1252, which spreadsheets of western Europe write.
 */
public record DecodedText(String text, Charset charset) {
    private static final Charset WESTERN = Charset.forName("windows-1252"); // has all letters of Latin-1

    /**
     * Decodes a file.
     *
     * @throws BadInput if it is in none of the character sets; names the line
     */
    public static DecodedText of(byte[] file) {
        Charset marked = marked(file);
        CharBuffer text = CharBuffer.allocate(file.length);
        ByteBuffer input = ByteBuffer.wrap(file);
        CoderResult result = marked.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(input, text, true);
        if (!result.isError()) {
            String decoded = text.flip().toString();
            return new DecodedText(decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded, marked);
        }
        if (marked.equals(StandardCharsets.UTF_8) && !isDamagedUtf8(file)) {
            try {
                return new DecodedText(
                        WESTERN.newDecoder().decode(ByteBuffer.wrap(file)).toString(), WESTERN);
            } catch (CharacterCodingException neither) {
                // told below, by the line
            }
        }
        Flaws flaws = new Flaws();
        flaws.add(
                lineAt(file, input.position()),
                "",
                "",
                "is not " + marked + (marked.equals(StandardCharsets.UTF_8) ? " (nor " + WESTERN + ")" : "")
                        + "; save the file as UTF-8");
        flaws.raise();
        throw new IllegalStateException("a flaw was not raised");
    }

    private static Charset marked(byte[] file) {
        if (file.length < 2) {
            return StandardCharsets.UTF_8;
        }
        int first = file[0] & 0xff;
        int second = file[1] & 0xff;
        if ((first == 0xff && second == 0xfe) || (first > 0 && second == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        return (first == 0xfe && second == 0xff) || (first == 0 && second > 0)
                ? StandardCharsets.UTF_16BE
                : StandardCharsets.UTF_8;
    }

    /**
     * Returns whether letters beyond ASCII are written as UTF-8 somewhere: a file that has such, and is not UTF-8
     * throughout, is a damaged one rather than one in another character set.
     */
    private static boolean isDamagedUtf8(byte[] file) {
        for (int i = 1; i < file.length; i++) {
            int lead = file[i - 1] & 0xff;
            int next = file[i] & 0xff;
            if (lead >= 0xc2 && lead <= 0xf4 && next >= 0x80 && next <= 0xbf) {
                return true;
            }
        }
        return false;
    }

    private static long lineAt(byte[] bytes, int position) {
        long line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
