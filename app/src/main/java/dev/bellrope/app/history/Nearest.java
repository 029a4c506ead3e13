package dev.bellrope.app.history;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The known name that a mistyped one most likely stands for. */
final class Nearest {
    private static final int FARTHEST = 3;

    private Nearest() {}

    /** " Did you mean ...?", or the whole list when nothing is near. */
    static String advice(String typed, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(one -> distance(typed, one)))
                .filter(one -> distance(typed, one) <= Math.min(FARTHEST, Math.max(1, one.length() / 2)))
                .map(one -> " Did you mean " + one + "?")
                .orElse(" Known: " + String.join(", ", known) + ".");
    }

    /** Levenshtein's, whatever the case: how many letters to insert, delete or replace. */
    private static int distance(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[] previous = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
