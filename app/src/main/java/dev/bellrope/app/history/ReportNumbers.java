package dev.bellrope.app.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/** Formats numbers for people, the same on every machine. */
public final class ReportNumbers {
    private ReportNumbers() {}

    /** Formats a count such as {@code 21,348}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /**
     * Formats a share such as {@code 87 %}; 0 and 100 appear only for exactly nothing or everything; a dash for a
     * negative share.
     */
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

    /**
     * Formats a rate per hundred, such as {@code 13.4}, for things that can happen more than once each; a dash for a
     * negative rate.
     */
    public static String per100(double rate) {
        return rate < 0 ? "–" : String.format(Locale.ROOT, "%.1f", rate * 100);
    }

    /** Formats a number for drawing, with at most two decimals, in no machine's locale. */
    public static String plain(double number) {
        String text = String.format(Locale.ROOT, "%.2f", number);
        return text.replaceAll("\\.?0+$", "");
    }

    /** Formats a day such as {@code 12 Jan 2014}. */
    public static String day(ReplaySummary summary, Instant at) {
        LocalDate day = at.atZone(summary.zone()).toLocalDate();
        return day.getDayOfMonth() + " " + Months.shortName(day.getMonth()) + " " + day.getYear();
    }
}
