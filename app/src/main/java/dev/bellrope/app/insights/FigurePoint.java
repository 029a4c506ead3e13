package dev.bellrope.app.insights;

import java.util.List;
import java.util.Optional;

/**
 * What a number of a figure is about.
 *
 * @param asked the question of the figure
 * @param period that of the question, or the week or month of the point
 * @param value the point of a row; empty: the whole figure
 * @param owners whose escalations only, where a team is asked for
 * @param notOwners whose escalations not, where those of no team are asked for
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

    /** The point, where it is one of that topic. */
    Optional<String> find(FigureTopic wanted) {
        return topic == wanted ? value : Optional.empty();
    }
}
