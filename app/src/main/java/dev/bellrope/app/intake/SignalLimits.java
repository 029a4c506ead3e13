package dev.bellrope.app.intake;

import dev.bellrope.core.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The limits that a signal must keep before it is stored. */
final class SignalLimits {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Duration SKEW = Duration.ofDays(1);

    /** Two texts of this length, with four bytes per character, fit into one index row of PostgreSQL (2,704 bytes). */
    private static final int LONGEST_NAME = 300;

    private static final int LONGEST_SUMMARY = 500;

    private SignalLimits() {}

    /** Checks a signal and returns it as it is stored: its time truncated to microseconds, its summary on one line. */
    static Signal check(Signal signal, Instant received) {
        name("source", signal.source());
        name("id", signal.id());
        name("type", signal.kind());
        shortEnough("subject", signal.ticket());
        shortEnough("account", signal.account());
        if (signal.at().isBefore(EARLIEST) || !signal.at().isBefore(LATEST)) {
            throw SignalRefused.at("/time", "It happened at " + signal.at() + "; accepted are the years 1970 to 2199.");
        }
        if (signal.at().isAfter(received.plus(SKEW))) {
            throw SignalRefused.at(
                    "/time",
                    "It happened at " + signal.at() + ", more than a day after now (" + received
                            + "): clock skew. Correct the clock of the source.");
        }
        return new Signal(
                signal.source(),
                signal.id(),
                signal.kind(),
                signal.at().truncatedTo(ChronoUnit.MICROS),
                signal.account(),
                signal.ticket(),
                line(signal.summary()),
                signal.data());
    }

    private static void name(String what, String value) {
        if (value.isBlank()) {
            throw SignalRefused.at("/" + what, "The " + what + " is missing.");
        }
        shortEnough(what, value);
    }

    private static void shortEnough(String what, String value) {
        if (value.length() > LONGEST_NAME) {
            throw SignalRefused.at("/" + what, "The " + what + " has more than " + LONGEST_NAME + " characters.");
        }
        if (!JsonBodies.isStorable(value)) {
            throw SignalRefused.at("/" + what, "The " + what + " holds a NUL, which cannot be stored.");
        }
    }

    private static String line(String summary) {
        String line = summary.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST_SUMMARY) {
            return line;
        }
        int end =
                Character.isHighSurrogate(line.charAt(LONGEST_SUMMARY - 2)) ? LONGEST_SUMMARY - 2 : LONGEST_SUMMARY - 1;
        return line.substring(0, end) + "…";
    }
}
