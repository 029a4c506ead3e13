package dev.bellrope.app.web.revision;

import dev.bellrope.app.web.ProblemError;
import dev.bellrope.app.web.ProblemException;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and writes keys, sequence numbers and entity tags. */
public final class EntityTags {
    private static final Pattern SEQUENCE = Pattern.compile("(\\d{1,15})");
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"?(\\d{1,15})\"?");

    private EntityTags() {}

    public static String tag(long sequence) {
        return "\"" + sequence + "\"";
    }

    /** Returns the sequence number that the caller has seen; empty if they do not say, or accept any. */
    public static OptionalLong seen(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(read(TAG, ifMatch.strip(), "If-Match", "the ETag of an answer, such as \"17\""));
    }

    /**
     * Returns the number of the key of a list's last item.
     *
     * @param prefix what its keys begin with, such as {@code ESC-}
     */
    public static long ofKey(String prefix, String key) {
        Pattern pattern = Pattern.compile(Pattern.quote(prefix) + "(\\d{1,15})");
        return read(pattern, key, "after", "a key such as " + prefix + "1042");
    }

    public static long ofSequence(String sequence) {
        return read(SEQUENCE, sequence, "after", "a sequence number such as 17");
    }

    private static long read(Pattern pattern, String text, String parameter, String accepted) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw ProblemException.badRequest(
                    "\"" + text + "\" is not possible.", ProblemError.in(parameter, "accepted: " + accepted));
        }
        return Long.parseLong(matcher.group(1));
    }
}
