package dev.bellrope.app.history;

import java.time.Month;
import java.time.YearMonth;

/** The English names of months, whatever the locale of the machine. */
public final class Months {
    private static final String NAMES = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private Months() {}

    static String shortName(Month month) {
        int from = (month.getValue() - 1) * 3;
        return NAMES.substring(from, from + 3);
    }

    /** Returns a name such as {@code Jan 2014}. */
    public static String name(YearMonth month) {
        return shortName(month.getMonth()) + " " + month.getYear();
    }
}
