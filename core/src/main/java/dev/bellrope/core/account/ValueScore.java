package dev.bellrope.core.account;

import java.util.List;
import java.util.Locale;

/**
 * What an account is worth to us, with the contribution of each criterion.
 *
 * @param score 0..100, rounded to one decimal
 * @param band the band that the score falls into
 * @param confidence 0..1: the share of the rubric's weight whose facts were known
 * @param parts one part per criterion, in the rubric's order
 */
public record ValueScore(double score, ValueBand band, double confidence, List<ScorePart> parts) {
    public ValueScore {
        parts = List.copyOf(parts);
    }

    /**
     * The contribution of one criterion.
     *
     * @param criterion its name in the rubric
     * @param weight its weight, as written
     * @param share 0..1: its part of the weight whose facts are known; 0 if unknown
     * @param value the measured value before scaling; 0 if unknown
     * @param scaled 0..100 on the criterion's scale; 0 if unknown
     * @param missing why it is not counted; empty if it is
     */
    public record ScorePart(
            String criterion, double weight, double share, double value, double scaled, String missing) {
        /** Returns whether its facts are known. */
        public boolean known() {
            return missing.isEmpty();
        }

        /** Returns what it added to the score, in points of 100. */
        public double points() {
            return scaled * share;
        }

        /** Returns the contribution in words. */
        public String sentence() {
            String words = criterion.replace('-', ' ');
            return known()
                    ? String.format(
                            Locale.ROOT,
                            "%s %s gives %.0f of 100, at %.0f %% of the weight %.1f points",
                            words,
                            plain(value),
                            scaled,
                            share * 100,
                            points())
                    : words + ": not counted, " + missing;
        }

        private static String plain(double value) {
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? String.format(Locale.ROOT, "%,d", (long) value).replace(',', ' ')
                    : String.format(Locale.ROOT, "%.1f", value);
        }
    }
}
