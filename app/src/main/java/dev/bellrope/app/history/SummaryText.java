package dev.bellrope.app.history;

import dev.bellrope.app.history.ReplaySummary.NamedCount;
import dev.bellrope.app.history.ReplaySummary.TargetResult;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Renders a replay on one screen of a terminal. */
public final class SummaryText {
    private static final int BAR = 24;
    private static final int NAME = 34;
    private static final int LISTED = 5;

    private final StringBuilder text = new StringBuilder();

    private SummaryText() {}

    /** Returns the screen, with a line break at its end. */
    public static String render(ReplaySummary summary) {
        SummaryText screen = new SummaryText();
        screen.head(summary);
        screen.escalations(summary);
        screen.targets(summary.targets());
        screen.busiest(summary);
        screen.notes(summary.notes());
        return screen.text.toString();
    }

    private void head(ReplaySummary summary) {
        line(summary.title());
        line("Log " + summary.log() + ", playbook " + summary.playbook() + ", "
                + ReportNumbers.day(summary, summary.from()) + " to " + ReportNumbers.day(summary, summary.to()) + " ("
                + summary.zone() + ")");
        line("");
        ReplaySummary.Volume volume = summary.volume();
        line("  " + ReportNumbers.count(volume.rows()) + " rows, " + ReportNumbers.count(volume.tickets())
                + " tickets, "
                + ReportNumbers.count(volume.accounts()) + " accounts"
                + (volume.skippedRows() == 0
                        ? ""
                        : "; " + ReportNumbers.count(volume.skippedRows()) + " rows skipped"));
        line("  " + ReportNumbers.count(summary.escalations().total()) + " escalations ("
                + ReportNumbers.per100(summary.perTicket()) + " in 100 tickets), "
                + ReportNumbers.percent(summary.shareMet())
                + " of decided promises kept");
    }

    private void escalations(ReplaySummary summary) {
        ReplaySummary.EscalationTotals all = summary.escalations();
        title("Why they began");
        bars(all.byTrigger());
        title("How they went");
        row("severity", all.bySeverity());
        row("tier", all.byTier());
        row("highest level", all.byLevel());
        ReplaySummary.Movements moved = summary.movements();
        row(
                "on the way",
                List.of(
                        new NamedCount("climbs", moved.climbs()),
                        new NamedCount("reassignments", moved.reassignments()),
                        new NamedCount("reopenings", moved.reopenings())));
        if (!summary.messages().isEmpty()) {
            row("messages owed", summary.messages());
        }
    }

    private void targets(List<TargetResult> targets) {
        if (targets.isEmpty()) {
            return;
        }
        title(
                "Promises (kept: met, of those met or missed; used: of the time budget, by the median and the 90th percentile)");
        line(String.format(
                Locale.ROOT,
                "  %-14s %-4s %6s  %-12s %6s %6s %7s %5s  %s",
                "promise",
                "tier",
                "kept",
                "",
                "met",
                "missed",
                "stopped",
                "open",
                "used"));
        for (TargetResult target : targets) {
            double share = target.shareMet();
            line(String.format(
                    Locale.ROOT,
                    "  %-14s %-4s %6s  %-12s %6s %6s %7s %5s  %s",
                    fit(target.kind(), 14),
                    target.tier(),
                    ReportNumbers.percent(share),
                    bar(Math.max(0, share), BAR / 2),
                    ReportNumbers.count(target.met()),
                    ReportNumbers.count(target.missed()),
                    ReportNumbers.count(target.stopped()),
                    ReportNumbers.count(target.open()),
                    target.isDecided()
                            ? ReportNumbers.percent(target.medianUsed()) + " / "
                                    + ReportNumbers.percent(target.ninetiethUsed())
                            : "–"));
        }
    }

    private void busiest(ReplaySummary summary) {
        if (!summary.accounts().isEmpty()) {
            title("Busiest accounts");
            summary.accounts().stream()
                    .limit(LISTED)
                    .forEach(account -> line(String.format(
                            Locale.ROOT,
                            "  %-34s %7s  worst %s",
                            fit(account.name(), NAME),
                            ReportNumbers.count(account.escalations()),
                            account.worstSeverity())));
        }
        if (!summary.people().isEmpty()) {
            title("Busiest people");
            summary.people().stream()
                    .limit(LISTED)
                    .forEach(person -> line(String.format(
                            Locale.ROOT,
                            "  %-34s %7s  acknowledged in time %s",
                            fit(person.name(), NAME),
                            ReportNumbers.count(person.owned()),
                            ReportNumbers.percent(person.shareInTime()))));
        }
    }

    private void notes(List<String> notes) {
        if (!notes.isEmpty()) {
            title("To know");
            notes.forEach(note -> line("  - " + note));
        }
    }

    private void bars(List<NamedCount> counts) {
        long most = ReplaySummary.most(counts);
        for (NamedCount count : counts) {
            double share = most == 0 ? 0 : (double) count.count() / most;
            line(String.format(
                    Locale.ROOT,
                    "  %-34s %7s  %s",
                    fit(count.name(), NAME),
                    ReportNumbers.count(count.count()),
                    bar(share, BAR)));
        }
    }

    private void row(String name, List<NamedCount> counts) {
        line(String.format(
                Locale.ROOT,
                "  %-15s %s",
                name,
                counts.stream()
                        .map(count -> count.name() + " " + ReportNumbers.count(count.count()))
                        .collect(Collectors.joining("   "))));
    }

    /** Returns a bar of up to {@code width} blocks; a share above zero is never empty. */
    private static String bar(double share, int width) {
        int blocks = (int) Math.round(share * width);
        return blocks == 0 && share > 0 ? "▏" : "█".repeat(Math.min(width, blocks));
    }

    private static String fit(String name, int width) {
        return name.length() <= width ? name : name.substring(0, width - 1) + "…";
    }

    private void title(String title) {
        line("");
        line(title);
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
