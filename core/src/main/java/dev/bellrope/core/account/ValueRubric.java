package dev.bellrope.core.account;

import dev.bellrope.core.fact.Expression;
import dev.bellrope.core.fact.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * The rubric for an account's value score: criteria, each with an expression, a scale and a weight; never revenue
 * alone.
 *
 * @param reviewed the day on which the rubric was last reviewed
 * @param criteria in the order in which they are shown
 * @param bands the lowest score of each band
 */
public record ValueRubric(LocalDate reviewed, List<ValueCriterion> criteria, Map<ValueBand, Double> bands) {
    public ValueRubric {
        criteria = List.copyOf(criteria);
        bands = Map.copyOf(bands);
    }

    /**
     * A criterion for what an account is worth to us.
     *
     * @param name {@code lifetime-value}
     * @param weight its share relative to the other criteria, more than 0
     * @param measure gives a number from the account's facts
     * @param scale breakpoints from measured value to 0..100, with straight lines between them, flat outside
     */
    public record ValueCriterion(String name, double weight, Expression measure, NavigableMap<Double, Double> scale) {
        /** Returns the place of a measured value on the scale, 0..100. */
        double scaled(double value) {
            Map.Entry<Double, Double> below = scale.floorEntry(value);
            Map.Entry<Double, Double> above = scale.ceilingEntry(value);
            if (below == null || above == null) {
                Map.Entry<Double, Double> nearest = below == null ? above : below;
                return nearest == null ? 0 : nearest.getValue();
            }
            double width = above.getKey() - below.getKey();
            return width == 0
                    ? below.getValue()
                    : below.getValue() + (above.getValue() - below.getValue()) * (value - below.getKey()) / width;
        }
    }

    /**
     * Scores an account at an instant.
     *
     * <p>The score is the weighted mean of the criteria whose facts are known, so a lack of facts neither raises nor
     * lowers it. The confidence is the known share of the rubric's weight. An account without known facts scores 0.
     */
    public ValueScore score(Account account, Instant at) {
        Facts facts = Facts.none().with("account", account.asFacts()).with("now", at);
        double all = criteria.stream().mapToDouble(ValueCriterion::weight).sum();
        List<MeasuredCriterion> measured = criteria.stream()
                .map(criterion ->
                        new MeasuredCriterion(criterion, criterion.measure().evaluate(facts)))
                .toList();
        double known = measured.stream()
                .filter(MeasuredCriterion::isKnown)
                .mapToDouble(one -> one.criterion().weight())
                .sum();
        List<ValueScore.ScorePart> parts =
                measured.stream().map(one -> one.part(known)).toList();
        double score = Math.round(
                        parts.stream().mapToDouble(ValueScore.ScorePart::points).sum() * 10)
                / 10.0;
        return new ValueScore(score, band(score), all == 0 ? 0 : known / all, parts);
    }

    private ValueBand band(double score) {
        for (ValueBand band : ValueBand.values()) {
            if (score >= bands.getOrDefault(band, 0.0)) {
                return band;
            }
        }
        return ValueBand.STANDARD;
    }

    private record MeasuredCriterion(ValueCriterion criterion, Expression.Result result) {
        boolean isKnown() {
            return result instanceof Expression.Result.Value(Object value) && value instanceof Number;
        }

        ValueScore.ScorePart part(double knownWeight) {
            return switch (result) {
                case Expression.Result.Value(Number number) ->
                    new ValueScore.ScorePart(
                            criterion.name(),
                            criterion.weight(),
                            criterion.weight() / knownWeight,
                            number.doubleValue(),
                            criterion.scaled(number.doubleValue()),
                            "");
                case Expression.Result.Value ignored -> missing("it is no number");
                case Expression.Result.Unknown(String why) -> missing(why);
            };
        }

        private ValueScore.ScorePart missing(String why) {
            return new ValueScore.ScorePart(criterion.name(), criterion.weight(), 0, 0, 0, why);
        }
    }
}
