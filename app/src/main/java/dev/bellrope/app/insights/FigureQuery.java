package dev.bellrope.app.insights;

import java.util.Optional;

/**
 * A query for figures: the escalations that opened in a period and match the filters; an empty field does not filter.
 *
 * @param working whether times are working times of the promises, in their calendars and without pauses, rather than
 *     wall-clock times
 */
public record FigureQuery(
        Period period,
        Optional<String> severity,
        Optional<String> tier,
        Optional<String> band,
        Optional<String> account,
        Optional<String> team,
        boolean working) {

    /** Returns the same query for another period. */
    FigureQuery in(Period other) {
        return new FigureQuery(other, severity, tier, band, account, team, working);
    }
}
