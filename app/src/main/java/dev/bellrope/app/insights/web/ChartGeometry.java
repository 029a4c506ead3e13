package dev.bellrope.app.insights.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The geometry of a chart over time, 420 by 200 units, so that its text has the size of the surrounding text on a phone
 * too.
 */
public final class ChartGeometry {
    public static final int WIDTH = 420;
    public static final int HEIGHT = 200;
    private static final double LEFT = 58;
    private static final double RIGHT = 410;
    private static final double TOP = 12;
    private static final double FLOOR = 172;
    private static final int MOST_LINES = 4;
    /** If steps are narrower than this, the names of two weeks would touch. */
    private static final double NAME_WIDTH = 52;

    private static final long SECOND = 1_000;
    private static final long HOUR = 3_600 * SECOND;
    private static final long DAY = 24 * HOUR;
    /** The possible distances of grid lines for times: units that people count in. */
    private static final List<Long> TIMES = LongStream.of(
                    15 * SECOND,
                    60 * SECOND,
                    120 * SECOND,
                    300 * SECOND,
                    600 * SECOND,
                    900 * SECOND,
                    1_800 * SECOND,
                    HOUR,
                    2 * HOUR,
                    3 * HOUR,
                    6 * HOUR,
                    12 * HOUR,
                    DAY,
                    2 * DAY,
                    5 * DAY,
                    10 * DAY,
                    20 * DAY,
                    50 * DAY,
                    100 * DAY,
                    200 * DAY)
            .boxed()
            .toList();

    private final int steps;
    private final double apart;
    private final double most;

    private ChartGeometry(int steps, double apart, double highest) {
        this.steps = steps;
        this.apart = apart;
        this.most = apart * Math.max(1, Math.ceil(highest / apart));
    }

    /** Creates the geometry for counts. */
    public static ChartGeometry ofCounts(int steps, double highest) {
        List<Long> sizes = new ArrayList<>();
        for (long scale = 1; scale <= 1_000_000_000L; scale *= 10) {
            sizes.addAll(List.of(scale, 2 * scale, 5 * scale));
        }
        return new ChartGeometry(steps, size(sizes, highest), highest);
    }

    /** Creates the geometry for times in milliseconds. */
    public static ChartGeometry ofTimes(int steps, double highest) {
        return new ChartGeometry(steps, size(TIMES, highest), highest);
    }

    private static double size(List<Long> sizes, double highest) {
        return sizes.stream()
                .filter(size -> highest / size <= MOST_LINES)
                .findFirst()
                .orElse(sizes.getLast());
    }

    /** Returns the values of the grid lines. */
    public List<Double> grid() {
        List<Double> lines = new ArrayList<>();
        for (double value = 0; value <= most + apart / 2; value += apart) {
            lines.add(value);
        }
        return lines;
    }

    public double left() {
        return LEFT;
    }

    public double right() {
        return RIGHT;
    }

    public double floor() {
        return FLOOR;
    }

    /** Returns the vertical position of a value. */
    public double y(double value) {
        return FLOOR - (FLOOR - TOP) * Math.min(1, value / most);
    }

    private double width() {
        return (RIGHT - LEFT) / steps;
    }

    /** Returns the middle of a step, counted from 0. */
    public double x(int step) {
        return LEFT + width() * (step + 0.5);
    }

    /** Returns the left edge of a step's column. */
    public double columnX(int step) {
        return x(step) - columnWidth() / 2;
    }

    public double columnWidth() {
        return Math.min(36, width() * 0.72);
    }

    /** Whether there is room for the name of a step. */
    public boolean isNamed(int step) {
        int every = (int) Math.max(1, Math.ceil(NAME_WIDTH / width()));
        return step % every == 0;
    }

    /** Returns an SVG path through values, with gaps where there is none. */
    public String path(List<Optional<Double>> values) {
        StringBuilder path = new StringBuilder();
        boolean drawn = false;
        for (int step = 0; step < values.size(); step++) {
            Optional<Double> value = values.get(step);
            if (value.isPresent()) {
                path.append(drawn ? "L" : "M")
                        .append(plain(x(step)))
                        .append(' ')
                        .append(plain(y(value.get())));
            }
            drawn = value.isPresent();
        }
        return path.toString();
    }

    /** Formats a number for SVG, whatever the language. */
    public static String plain(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
