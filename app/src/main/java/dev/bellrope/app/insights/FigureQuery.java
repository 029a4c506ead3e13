package dev.bellrope.app.insights;

import java.util.Optional;

/**
 * What figures are asked of: the escalations that opened in a period, and of them only those that fit; what is empty is not asked for.
 *
 * @param working whether times are those of the promises, in their calendars and without pauses, and not those of the wall clock
 */
public record FigureQuery(
        Period period,
        Optional<String> severity,
        Optional<String> tier,
        Optional<String> band,
        Optional<String> account,
        Optional<String> team,
        boolean working) {

    /** The same of another period. */
    FigureQuery in(Period other) {
        return new FigureQuery(other, severity, tier, band, account, team, working);
    }
}
