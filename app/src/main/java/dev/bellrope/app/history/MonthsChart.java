package dev.bellrope.app.history;

import dev.bellrope.app.history.ReplaySummary.Count;
import dev.bellrope.app.history.ReplaySummary.Month;
import java.util.List;

/** Stacked columns, one a month, drawn as SVG in 1000 by 250 units. */
final class MonthsChart {
    private static final double WIDTH = 1000;
    private static final double LEFT = 44;
    private static final double TOP = 12;
    private static final double FLOOR = 212;
    private static final int TICKS = 4;
    /** Narrower than this, the names of months would touch. */
    private static final double NAME_WIDTH = 58;

    private final List<Month> months;
    private final long ceiling;
    private final StringBuilder svg = new StringBuilder();

    private MonthsChart(List<Month> months) {
        this.months = months;
        this.ceiling =
                ceiling(months.stream().mapToLong(MonthsChart::total).max().orElse(1));
    }

    static String draw(List<Month> months) {
        return months.isEmpty() ? "" : new MonthsChart(months).draw();
    }

    static long total(Month month) {
        return month.bySeverity().stream().mapToLong(Count::count).sum();
    }

    private String draw() {
        svg.append(
                "<svg class=\"months\" viewBox=\"0 0 1000 250\" role=\"img\" aria-labelledby=\"months-t months-d\">");
        svg.append("<title id=\"months-t\">Escalations by month and severity</title><desc id=\"months-d\">")
                .append("One column a month from ")
                .append(Months.name(months.getFirst().month()))
                .append(" to ")
                .append(Months.name(months.getLast().month()))
                .append("; the highest has ")
                .append(Numbers.count(
                        months.stream().mapToLong(MonthsChart::total).max().orElse(0)))
                .append(". The table below has every number.</desc>");
        grid();
        double step = (WIDTH - LEFT) / months.size();
        int every = (int) Math.max(1, Math.ceil(NAME_WIDTH / step));
        for (int index = 0; index < months.size(); index++) {
            column(months.get(index), LEFT + index * step, step);
            if (index % every == 0 && (index + 1) * step + 40 < WIDTH) {
                text(
                        LEFT + index * step,
                        FLOOR + 20,
                        "start",
                        Months.name(months.get(index).month()));
            }
        }
        return svg.append("</svg>").toString();
    }

    private void grid() {
        for (int tick = 0; tick <= TICKS; tick++) {
            double y = FLOOR - (FLOOR - TOP) * tick / TICKS;
            svg.append("<line class=\"grid\" x1=\"44\" x2=\"1000\" y1=\"")
                    .append(Numbers.plain(y))
                    .append("\" y2=\"")
                    .append(Numbers.plain(y))
                    .append("\"/>");
            text(LEFT - 8, y + 4, "end", Numbers.count(ceiling * tick / TICKS));
        }
    }

    private void column(Month month, double x, double step) {
        double gap = Math.min(6, step * 0.2);
        double y = FLOOR;
        int severity = 0;
        for (Count count : month.bySeverity()) {
            severity++;
            if (count.count() == 0) {
                continue;
            }
            double height = (FLOOR - TOP) * count.count() / ceiling;
            y -= height;
            svg.append("<rect class=\"s")
                    .append(severity)
                    .append("\" x=\"")
                    .append(Numbers.plain(x + gap / 2))
                    .append("\" y=\"")
                    .append(Numbers.plain(y))
                    .append("\" width=\"")
                    .append(Numbers.plain(step - gap))
                    .append("\" height=\"")
                    .append(Numbers.plain(height))
                    .append("\"><title>")
                    .append(Html.escape(
                            Months.name(month.month()) + ", " + count.name() + ": " + Numbers.count(count.count())))
                    .append("</title></rect>");
        }
    }

    private void text(double x, double y, String anchor, String words) {
        svg.append("<text x=\"")
                .append(Numbers.plain(x))
                .append("\" y=\"")
                .append(Numbers.plain(y))
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\">")
                .append(Html.escape(words))
                .append("</text>");
    }

    /** The next round number of which a quarter is whole: 4, 8 .. 36, then 40, 48, 60, 80, 100, 120, 160, 200 and so on. */
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
