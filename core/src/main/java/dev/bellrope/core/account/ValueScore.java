package dev.bellrope.core.account;

import java.util.List;

/**
 * What an account is worth to us, taken apart.
 *
 * @param score 0..100, rounded to one decimal
 * @param band the band that the score falls into
 * @param confidence 0..1: the share of the rubric's weight whose facts were known
 * @param parts one part a criterion, in the rubric's order
 */
public record ValueScore(double score, ValueBand band, double confidence, List<Part> parts) {
    public ValueScore {
        parts = List.copyOf(parts);
    }

    /**
     * What one criterion contributed.
     *
     * @param criterion its name in the rubric
     * @param weight its weight, as written
     * @param known whether its facts were there
     * @param value the measured value before scaling; 0 when unknown
     * @param scaled 0..100 on the criterion's scale; 0 when unknown
     * @param points what it added to the score, in points of 100
     * @param sentence the same in words
     */
    public record Part(
            String criterion,
            double weight,
            boolean known,
            double value,
            double scaled,
            double points,
            String sentence) {}
}
