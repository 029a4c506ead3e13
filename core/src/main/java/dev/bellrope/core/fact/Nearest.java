package dev.bellrope.core.fact;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Suggests the word that somebody probably meant. */
public final class Nearest {
    /** Words as short as this, such as S1, are all similar, so every word at the same distance is suggested. */
    private static final int SHORT = 2;

    private Nearest() {}

    /**
     * Finds the nearest word if it is near enough to be what was meant: a third of the letters may differ, but at least
     * one and at most four.
     */
    public static Optional<String> to(String written, Collection<String> accepted) {
        String low = low(written);
        int most = Math.max(1, Math.min(4, written.length() / 3));
        return accepted.stream()
                .filter(word -> distance(low, low(word)) <= most)
                .min(Comparator.<String>comparingInt(word -> distance(low, low(word)))
                        .thenComparingInt(word -> -alike(low, low(word)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Returns a hint for a word that is not accepted: the nearest one, or all that are. */
    public static String hint(String written, Collection<String> accepted) {
        Optional<String> nearest = to(written, accepted);
        if (nearest.isEmpty()) {
            return accepted.isEmpty() ? "" : "one of " + String.join(", ", accepted);
        }
        if (written.length() > SHORT) {
            return "did you mean '" + nearest.get() + "'?";
        }
        List<String> asNear = accepted.stream()
                .filter(word -> distance(low(written), low(word)) == distance(low(written), low(nearest.get())))
                .distinct()
                .map(word -> "'" + word + "'")
                .toList();
        return "did you mean " + String.join(" or ", asNear) + "?";
    }

    /**
     * Returns a similar hint as a sentence, for the end of a message about a mistyped word.
     *
     * @return {@code Did you mean ticket?}, or {@code Known: ticket, time.} if none is near
     */
    public static String advice(String written, Collection<String> accepted) {
        return to(written, accepted)
                .map(near -> "Did you mean " + near + "?")
                .orElseGet(() -> "Known: " + String.join(", ", accepted) + ".");
    }

    /**
     * Returns a hint that names both: the nearest word, if one is near, and all that are accepted.
     *
     * @param list what the words are: {@code Accepted}
     * @return {@code Did you mean "status"? Accepted: account, status.}
     */
    public static String suggestion(String written, String list, Collection<String> accepted) {
        return to(written, accepted)
                        .map(near -> "Did you mean \"" + near + "\"? ")
                        .orElse("") + list + ": " + String.join(", ", accepted) + ".";
    }

    private static String low(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Returns the length of the prefix that two words share. */
    private static int alike(String a, String b) {
        int same = 0;
        while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        return same;
    }

    /** Returns the edit distance of two words, in insertions, deletions, replacements and swaps of neighbours. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 4 || a.length() > 80) {
            return Integer.MAX_VALUE;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
