package dev.bellrope.app.traces;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A W3C trace context (https://www.w3.org/TR/trace-context/): the trace that something belongs to, and what caused it.
 *
 * @param id the trace id, 32 hexadecimal digits; the same from the signal to the message
 * @param span the id of the cause within the trace, 16 hexadecimal digits
 * @param recorded whether the cause was recorded; only then are its effects recorded
 */
public record Trace(String id, String span, boolean recorded) {
    /** Later versions may append fields, which are ignored. */
    private static final Pattern PARENT =
            Pattern.compile("(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    /** Begins a new trace without a cause. */
    public static Trace begin() {
        return new Trace(digits(16), digits(8), false);
    }

    /** Parses a {@code traceparent}; empty if it is invalid, since an invalid one counts as none. */
    public static Optional<Trace> parse(@Nullable String parent) {
        Matcher matcher = PARENT.matcher(parent == null ? "" : parent.strip());
        if (!matcher.matches() || (matcher.group(1).equals("00") && matcher.group(5) != null)) {
            return Optional.empty();
        }
        boolean recorded = (Integer.parseInt(matcher.group(4), 16) & 1) == 1;
        return Optional.of(new Trace(matcher.group(2), matcher.group(3), recorded));
    }

    /** Returns the {@code traceparent}, which is also the stored form. */
    public String parent() {
        return "00-" + id + "-" + span + (recorded ? "-01" : "-00");
    }

    private static String digits(int bytes) {
        byte[] random = new byte[bytes];
        do {
            ThreadLocalRandom.current().nextBytes(random);
        } while (isZero(random)); // an all-zero id means "none"
        return HexFormat.of().formatHex(random);
    }

    private static boolean isZero(byte[] bytes) {
        for (byte one : bytes) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }
}
