package dev.bellrope.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link WorkingTime} under JMH. */
final class WorkingTimeRow {
    private static final double OF_JBPM = 10;

    private WorkingTimeRow() {}

    static Finding measure(Scene scene) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(WorkingTime.class.getName() + "\\.")
                .verbosity(VerboseMode.SILENT);
        Scene.say("hours, weeks and years, by JMH");
        options = Jmh.sized(options, scene.extent());
        Map<String, Double> nanos = new TreeMap<>();
        try {
            for (RunResult result : new Runner(options.build()).run()) {
                nanos.put(
                        result.getParams().getParam("span") + " "
                                + result.getPrimaryResult().getLabel(),
                        result.getPrimaryResult().getScore());
            }
        } catch (RunnerException failed) {
            throw new IllegalStateException(failed);
        }
        List<Finding.Figure> figures = new ArrayList<>();
        for (WorkingTime.Span span : WorkingTime.Span.values()) {
            figures.add(figure(span, "plus", nanos));
            figures.add(figure(span, "between", nanos));
            figures.add(figure(span, "plusOnAFreshCalendar", nanos));
        }
        return new Finding(
                "working time",
                "office hours with holidays, plus and between over a span; how many times as long the others take",
                figures,
                List.of(Finding.Goal.atLeast(
                        "plus over a week: at least " + OF_JBPM + " times as fast as jBPM's",
                        OF_JBPM,
                        nanos.getOrDefault("WEEK plusByJbpm", Double.NaN)
                                / nanos.getOrDefault("WEEK plus", Double.NaN))),
                List.of(
                        "jBPM is BusinessCalendarImpl 7.74.1; it adds to now, has one stretch of hours a day and no between;"
                                + " all give the same answer, which is checked first",
                        "plusOnAFreshCalendar is the first question ever asked of a calendar, which lays out the years it needs"));
    }

    private static Finding.Figure figure(WorkingTime.Span span, String what, Map<String, Double> nanos) {
        String name = span + " " + what;
        double ours = nanos.getOrDefault(name, Double.NaN);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("ns", ours);
        times(values, "jBPM", nanos.get(name + "ByJbpm"), ours);
        times(values, "minute steps", nanos.get(name + "ByMinuteSteps"), ours);
        return new Finding.Figure(span.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + what, values, "");
    }

    private static void times(Map<String, Double> values, String peer, @Nullable Double theirs, double ours) {
        if (theirs != null) {
            values.put(peer + " ns", theirs);
            values.put(peer + " times", theirs / ours);
        }
    }
}
