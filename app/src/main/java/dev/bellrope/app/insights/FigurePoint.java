package dev.bellrope.app.insights;

import java.util.List;
import java.util.Optional;

/**
 * The selection that a number of a figure is about.
 *
 * @param asked the query of the figure
 * @param period the period of the query, or the week or month of the point
 * @param value the point of a row; empty for the whole figure
 * @param owners the owners to restrict escalations to, if a team is asked for
 * @param notOwners the owners to exclude, if the escalations of no team are asked for
 */
record FigurePoint(
        FigureTopic topic,
        FigureQuery asked,
        Period period,
        Optional<String> value,
        Optional<List<String>> owners,
        Optional<List<String>> notOwners) {

    boolean working() {
        return asked.working();
    }

    /** Returns the point if the figure has this topic. */
    Optional<String> find(FigureTopic wanted) {
        return topic == wanted ? value : Optional.empty();
    }
}
