package dev.bellrope.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one row of the measurements came to.
 *
 * @param row such as {@code due clocks}
 * @param how what was measured, in a sentence
 * @param figures one a contestant, ours first
 * @param notes what a reader must know to judge the figures
 */
public record Finding(String row, String how, List<Figure> figures, List<Goal> goals, List<String> notes) {
    /**
     * One contestant's figures.
     *
     * @param values by the name of their column, in order
     * @param settings version and settings
     */
    public record Figure(String contestant, Map<String, Double> values, String settings) {}

    /** What was to be reached, and whether it was. */
    public record Goal(String wanted, String got, boolean reached) {
        /** At least so much of something; what could not be measured was not reached. */
        public static Goal atLeast(String wanted, double least, double got) {
            return new Goal(wanted, String.format(Locale.ROOT, "%.2f", got), got >= least);
        }

        /** At most so much of something; what could not be measured was not reached. */
        public static Goal atMost(String wanted, double most, double got) {
            return new Goal(wanted, String.format(Locale.ROOT, "%.2f", got), got <= most);
        }
    }
}
