package dev.bellrope.core.account;

import dev.bellrope.core.fact.Expression;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * How an account's worth is scored: criteria, each with an expression, a scale and a weight; never revenue alone.
 *
 * @param reviewed the day on which the rubric was last reviewed
 * @param criteria in the order that they are shown
 * @param bands the least score of each band
 */
public record ValueRubric(LocalDate reviewed, List<Criterion> criteria, Map<ValueBand, Double> bands) {
    public ValueRubric {
        criteria = List.copyOf(criteria);
        bands = Map.copyOf(bands);
    }

    /**
     * One thing that makes an account worth something to us.
     *
     * @param name {@code lifetime-value}
     * @param weight its share relative to the other criteria, more than 0
     * @param measure gives a number from the account's facts
     * @param scale breakpoints from measured value to 0..100, straight lines between them, flat outside
     */
    public record Criterion(String name, double weight, Expression measure, NavigableMap<Double, Double> scale) {}
}
