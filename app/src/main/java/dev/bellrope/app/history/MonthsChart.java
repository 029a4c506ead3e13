package dev.bellrope.app.history;

import dev.bellrope.app.history.ReplaySummary.Month;
import dev.bellrope.app.history.ReplaySummary.NamedCount;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The layout of a chart of stacked columns, one per month, of 1000 by 250 units; {@code history/months.jte} draws it.
 *
 * @param most the number of escalations in the busiest month
 * @param lines the grid lines, lowest first
 */
public record MonthsChart(long most, List<GridLine> lines, List<MonthColumn> columns) {
    private static final double WIDTH = 1000;
    private static final double LEFT = 44;
    private static final double TOP = 12;
    private static final double FLOOR = 212;
    private static final int SPACES = 4;
    /** If columns are narrower than this, the names of months would touch. */
    private static final double NAME_WIDTH = 58;

    /** A line across the chart. */
    public record GridLine(double y, long count) {}

    /**
     * The column of a month.
     *
     * @param month {@code Jan 2014}
     * @param x the left edge
     * @param hasRoomForName false if the name would touch another name or the edge
     * @param blocks the non-empty blocks, lowest first
     */
    public record MonthColumn(String month, double x, boolean hasRoomForName, List<SeverityBlock> blocks) {}

    /**
     * The escalations of one severity in a month.
     *
     * @param severity 1 for the first of the summary's severities
     * @param name {@code S1}
     */
    public record SeverityBlock(
            int severity, String name, long count, double x, double y, double width, double height) {}

    /** Lays out a chart for at least one month. */
    public static MonthsChart of(List<Month> months) {
        long most = months.stream()
                .mapToLong(month -> ReplaySummary.total(month.bySeverity()))
                .max()
                .orElse(0);
        long ceiling = ceiling(most);
        double step = (WIDTH - LEFT) / months.size();
        int every = (int) Math.max(1, Math.ceil(NAME_WIDTH / step));
        return new MonthsChart(
                most,
                IntStream.rangeClosed(0, SPACES)
                        .mapToObj(line -> new GridLine(FLOOR - (FLOOR - TOP) * line / SPACES, ceiling * line / SPACES))
                        .toList(),
                IntStream.range(0, months.size())
                        .mapToObj(index -> new MonthColumn(
                                Months.name(months.get(index).month()),
                                LEFT + index * step,
                                index % every == 0 && (index + 1) * step + 40 < WIDTH,
                                blocks(months.get(index), LEFT + index * step, step, ceiling)))
                        .toList());
    }

    private static List<SeverityBlock> blocks(Month month, double x, double step, long ceiling) {
        List<SeverityBlock> blocks = new ArrayList<>();
        double gap = Math.min(6, step * 0.2);
        double y = FLOOR;
        int severity = 0;
        for (NamedCount count : month.bySeverity()) {
            severity++;
            if (count.count() > 0) {
                double height = (FLOOR - TOP) * count.count() / ceiling;
                y -= height;
                blocks.add(
                        new SeverityBlock(severity, count.name(), count.count(), x + gap / 2, y, step - gap, height));
            }
        }
        return blocks;
    }

    /**
     * Returns the next round number that can be divided by 4: 4, 8 .. 36, then 40, 48, 60, 80, 100, 120, 160, 200 and
     * so on.
     */
    private static long ceiling(long most) {
        for (long small = 4; small < 40; small += 4) {
            if (most <= small) {
                return small;
            }
        }
        for (long scale = 4; ; scale *= 10) {
            for (long step : new long[] {10, 12, 15, 20, 25, 30, 40, 50, 60, 80}) {
                if (most <= step * scale) {
                    return step * scale;
                }
            }
        }
    }
}
