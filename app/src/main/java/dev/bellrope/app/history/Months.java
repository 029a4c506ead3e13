package dev.bellrope.app.history;

import java.time.Month;
import java.time.YearMonth;

/** Names of months in English, whatever the machine speaks. */
public final class Months {
    private static final String NAMES = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private Months() {}

    static String shortName(Month month) {
        int from = (month.getValue() - 1) * 3;
        return NAMES.substring(from, from + 3);
    }

    /** {@code Jan 2014}. */
    public static String name(YearMonth month) {
        return shortName(month.getMonth()) + " " + month.getYear();
    }
}
