package dev.bellrope.app.attachments;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.tika.Tika;

/**
 * The accepted types of files: those that a browser only displays or only saves. The content decides, never the name,
 * so none of them is anything that a browser or a computer would run.
 */
enum FileType {
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    PDF("application/pdf", "pdf"),
    MP4("video/mp4", "mp4", "m4v"),
    /** Office documents are archives too. */
    ZIP("application/zip", "zip", "docx", "xlsx", "pptx", "odt", "ods", "odp"),
    GZIP("application/gzip", "gz", "tgz"),
    JSON("application/json", "json", "har"),
    TEXT(
            "text/plain",
            "txt",
            "log",
            "csv",
            "json",
            "yaml",
            "yml",
            "md",
            "conf",
            "ini",
            "properties",
            "sql",
            "out",
            "err");

    private static final Tika TIKA = new Tika();

    /** Includes characters that reverse the writing direction, so that the end of a name looks like its beginning. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

    private static final int LONGEST = 120;

    private final String type;
    private final List<String> endings;

    FileType(String type, String... endings) {
        this.type = type;
        this.endings = List.of(endings);
    }

    /**
     * @throws UnacceptableFile if the content is empty or not of an accepted type
     */
    static FileType of(byte[] bytes) throws UnacceptableFile {
        if (bytes.length == 0) {
            throw UnacceptableFile.empty();
        }
        String found = TIKA.detect(bytes);
        return Arrays.stream(values())
                .filter(one -> one.type.equals(found))
                .findFirst()
                .orElseThrow(() -> UnacceptableFile.ofType(found));
    }

    static String accepted() {
        return Arrays.stream(values()).map(one -> one.type).collect(Collectors.joining(", "));
    }

    /** Returns the value for {@code Content-Type}. */
    String contentType() {
        return type;
    }

    /**
     * Returns a safe name for a file of this type, based on the given one: without a folder, and with a matching
     * extension.
     */
    String fit(String given) {
        String bare = INVISIBLE
                .matcher(given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1))
                .replaceAll("")
                .strip();
        int dot = bare.lastIndexOf('.');
        boolean fits = dot >= 0 && endings.contains(bare.substring(dot + 1).toLowerCase(Locale.ROOT));
        String stem = fits ? bare.substring(0, dot) : bare;
        String ending = fits ? bare.substring(dot + 1) : endings.getFirst();
        String cut =
                stem.substring(0, stem.offsetByCodePoints(0, Math.min(LONGEST, stem.codePointCount(0, stem.length()))));
        return (cut.isBlank() ? "file" : cut) + "." + ending;
    }
}
