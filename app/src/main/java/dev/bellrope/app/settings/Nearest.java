package dev.bellrope.app.settings;

import java.util.Comparator;
import java.util.List;

/** The known name that a mistyped one most likely stands for. */
final class Nearest {
    private static final int FARTHEST = 3;

    private Nearest() {}

    /** " Did you mean ...?", or the whole list when nothing is near. */
    static String advice(String typed, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(one -> distance(typed, one)))
                .filter(one -> distance(typed, one) <= FARTHEST)
                .map(one -> " Did you mean " + one + "?")
                .orElse(" Known: " + String.join(", ", known) + ".");
    }

    /** Levenshtein's: how many letters to insert, delete or replace. */
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int replaced = previous[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
