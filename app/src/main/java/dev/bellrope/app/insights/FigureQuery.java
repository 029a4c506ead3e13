package dev.bellrope.app.insights;

import dev.bellrope.app.access.VisibleAccounts;
import java.util.Optional;

/**
 * A query for figures: the escalations that opened in a period and match the filters; an empty field does not filter.
 */
public record FigureQuery(
        Period period,
        Optional<String> severity,
        Optional<String> tier,
        Optional<String> band,
        Optional<String> account,
        Optional<String> team,
        boolean working,
        VisibleAccounts visible) {

    /** Returns the same query for another period. */
    FigureQuery in(Period other) {
        return new FigureQuery(other, severity, tier, band, account, team, working, visible);
    }
}
