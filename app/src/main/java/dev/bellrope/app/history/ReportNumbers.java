package dev.bellrope.app.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/** Numbers as people read them, the same on every machine. */
public final class ReportNumbers {
    private ReportNumbers() {}

    /** {@code 21,348}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 87 %}; 0 and 100 only where nothing or everything is; a dash for a negative share. */
    public static String percent(double share) {
        if (share < 0) {
            return "–";
        }
        long percent = Math.round(share * 100);
        if (percent == 0 && share > 0) {
            return "<1 %";
        }
        return percent == 100 && share < 1 ? ">99 %" : percent + " %";
    }

    /** How many in a hundred, {@code 13.4}: of things that may happen more than once each. */
    public static String per100(double rate) {
        return rate < 0 ? "–" : String.format(Locale.ROOT, "%.1f", rate * 100);
    }

    /** One or two decimals for drawing, never in the machine's language. */
    public static String plain(double number) {
        String text = String.format(Locale.ROOT, "%.2f", number);
        return text.replaceAll("\\.?0+$", "");
    }

    /** {@code 12 Jan 2014}. */
    public static String day(ReplaySummary summary, Instant at) {
        LocalDate day = at.atZone(summary.zone()).toLocalDate();
        return day.getDayOfMonth() + " " + Months.shortName(day.getMonth()) + " " + day.getYear();
    }
}
