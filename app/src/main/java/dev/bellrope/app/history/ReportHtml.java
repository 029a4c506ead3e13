package dev.bellrope.app.history;

import com.samskivert.mustache.Mustache;
import dev.bellrope.app.history.Html.Part;
import dev.bellrope.app.history.ReplaySummary.Count;
import dev.bellrope.app.history.ReplaySummary.Escalations;
import dev.bellrope.app.history.ReplaySummary.TargetResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A replay as one page that needs nothing else: no script, no request, the same bytes for the same summary. Its words
 * are in {@code history/report.html}, its looks in {@code history/report.css}.
 */
public final class ReportHtml {
    private final ReplaySummary summary;

    private ReportHtml(ReplaySummary summary) {
        this.summary = summary;
    }

    /** Writes the page, over an older one where there is one. */
    public static void write(ReplaySummary summary, Path file) {
        try {
            Files.writeString(file, render(summary));
        } catch (IOException e) {
            throw new UncheckedIOException("The report " + file + " cannot be written.", e);
        }
    }

    static String render(ReplaySummary summary) {
        return Mustache.compiler()
                .defaultValue("")
                .compile(resource("history/report.html"))
                .execute(new ReportHtml(summary).page());
    }

    private Map<String, Object> page() {
        Escalations all = summary.escalations();
        return Map.ofEntries(
                Map.entry("css", resource("history/report.css")),
                Map.entry("title", summary.title()),
                Map.entry("log", summary.log()),
                Map.entry("playbook", summary.playbook()),
                Map.entry("from", Numbers.day(summary, summary.from())),
                Map.entry("to", Numbers.day(summary, summary.to())),
                Map.entry("zone", summary.zone().toString()),
                Map.entry("tiles", tiles()),
                Map.entry("monthsChart", MonthsChart.draw(summary.months())),
                Map.entry("severities", numbered(all.bySeverity())),
                Map.entry("months", months()),
                Map.entry("triggers", shares(all.byTrigger(), all.total(), "plain")),
                Map.entry("bySeverity", shares(all.bySeverity(), all.total(), "s")),
                Map.entry("byTier", shares(all.byTier(), all.total(), "plain")),
                Map.entry(
                        "targets",
                        summary.targets().stream().map(ReportHtml::target).toList()),
                Map.entry("times", times()),
                Map.entry("funnel", funnel(all)),
                Map.entry("accounts", accounts()),
                Map.entry("people", people()),
                Map.entry("hasMessages", !summary.messages().isEmpty()),
                Map.entry("messages", shares(summary.messages(), total(summary.messages()), "plain")),
                Map.entry("hasNotes", !summary.notes().isEmpty()),
                Map.entry("notes", summary.notes()));
    }

    private List<Map<String, Object>> tiles() {
        ReplaySummary.Volume volume = summary.volume();
        long total = summary.escalations().total();
        double rate = volume.tickets() == 0 ? -1 : (double) total / volume.tickets();
        ReplaySummary.Movements moved = summary.movements();
        long decided = summary.targets().stream()
                .mapToLong(each -> each.met() + each.missed())
                .sum();
        return List.of(
                tile(
                        Numbers.count(total),
                        "escalations",
                        Numbers.per100(rate) + " in 100 of " + Numbers.count(volume.tickets()) + " tickets"),
                tile(
                        Numbers.percent(summary.shareMet()),
                        "of promises kept",
                        "of " + Numbers.count(decided) + " that were met or missed"),
                tile(Numbers.count(moved.climbs()), "climbs", "steps up the ladder"),
                tile(Numbers.count(moved.reassignments()), "reassignments", "changes of owner"),
                tile(Numbers.count(moved.reopenings()), "reopenings", "came back after the end"),
                tile(
                        Numbers.count(volume.accounts()),
                        "accounts",
                        Numbers.count(volume.rows()) + " rows read, " + Numbers.count(volume.skippedRows())
                                + " skipped"));
    }

    private static Map<String, Object> tile(String number, String name, String detail) {
        return Map.of("number", number, "name", name, "detail", detail);
    }

    private static List<Map<String, Object>> numbered(List<Count> counts) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Count count : counts) {
            rows.add(Map.of("name", count.name(), "style", "s" + (rows.size() + 1)));
        }
        return rows;
    }

    private List<Map<String, Object>> months() {
        return summary.months().stream()
                .map(month -> Map.<String, Object>of(
                        "name", Months.name(month.month()),
                        "counts",
                                month.bySeverity().stream()
                                        .map(each -> Numbers.count(each.count()))
                                        .toList(),
                        "total", Numbers.count(MonthsChart.total(month))))
                .toList();
    }

    /** Bars in proportion to the longest, percentages of the whole. */
    private static List<Map<String, Object>> shares(List<Count> counts, long whole, String style) {
        long most = counts.stream().mapToLong(Count::count).max().orElse(0);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Count each : counts) {
            String look = style.equals("s") ? "s" + (rows.size() + 1) : style;
            rows.add(Map.of(
                    "name", each.name(),
                    "count", Numbers.count(each.count()),
                    "share", Numbers.percent(whole == 0 ? -1 : (double) each.count() / whole),
                    "bar", Html.bar(most, new Part(look, each.count()))));
        }
        return rows;
    }

    private static Map<String, Object> target(TargetResult target) {
        double share = ReplaySummary.share(target.met(), target.missed());
        return Map.of(
                "kind", target.kind(),
                "tier", target.tier(),
                "kept", Numbers.percent(share),
                "met", Numbers.count(target.met()),
                "missed", Numbers.count(target.missed()),
                "stopped", Numbers.count(target.stopped()),
                "open", Numbers.count(target.open()),
                "median", Numbers.percent(share < 0 ? -1 : target.medianUsed()),
                "ninetieth", Numbers.percent(share < 0 ? -1 : target.ninetiethUsed()),
                "bar",
                        Html.bar(
                                target.all(),
                                new Part("met", target.met()),
                                new Part("missed", target.missed()),
                                new Part("stopped", target.stopped()),
                                new Part("open", target.open())));
    }

    private List<Map<String, Object>> times() {
        return summary.times().stream()
                .map(each -> Map.<String, Object>of(
                        "name", each.name(),
                        "definition", each.definition(),
                        "all", Numbers.count(total(each.buckets())),
                        "buckets", shares(each.buckets(), total(each.buckets()), "plain")))
                .toList();
    }

    /** How many reached at least each level: those whose highest it was, and those who went on. */
    private static List<Map<String, Object>> funnel(Escalations all) {
        List<Count> reached = new ArrayList<>();
        long left = total(all.byLevel());
        for (Count level : all.byLevel()) {
            reached.add(new Count(level.name(), left));
            left -= level.count();
        }
        return shares(reached, all.total(), "plain");
    }

    private List<Map<String, Object>> accounts() {
        long most = summary.accounts().stream()
                .mapToLong(each -> each.escalations())
                .max()
                .orElse(0);
        return summary.accounts().stream()
                .map(each -> Map.<String, Object>of(
                        "name", each.name(),
                        "count", Numbers.count(each.escalations()),
                        "worst", each.worstSeverity(),
                        "bar", Html.bar(most, new Part("plain", each.escalations()))))
                .toList();
    }

    private List<Map<String, Object>> people() {
        long most =
                summary.people().stream().mapToLong(each -> each.owned()).max().orElse(0);
        return summary.people().stream()
                .map(each -> Map.<String, Object>of(
                        "name", each.name(),
                        "count", Numbers.count(each.owned()),
                        "inTime",
                                Numbers.percent(
                                        ReplaySummary.share(each.inTime(), each.acknowledged() - each.inTime())),
                        "bar", Html.bar(most, new Part("plain", each.owned()))))
                .toList();
    }

    private static long total(List<Count> counts) {
        return counts.stream().mapToLong(Count::count).sum();
    }

    private static String resource(String name) {
        try (InputStream in = ReportHtml.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + name + " is missing from this build.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
