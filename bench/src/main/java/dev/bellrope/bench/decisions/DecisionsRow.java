package dev.bellrope.bench.decisions;

import dev.bellrope.bench.Finding;
import dev.bellrope.bench.Jmh;
import dev.bellrope.bench.Scene;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link Decisions} under JMH. */
public final class DecisionsRow {
    private static final String RATE = "decisions/s";
    private static final String ALLOCATED = "bytes each";
    private static final double MOST_GROWTH = 1.2;

    private DecisionsRow() {}

    public static Finding measure(Scene scene) {
        Scene.say("notes, updates and strikes, by JMH");
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(Decisions.class.getName() + "\\.")
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT);
        options = Jmh.sized(options, scene.extent());
        Map<String, Map<String, Double>> values = new LinkedHashMap<>();
        try {
            for (RunResult result : new Runner(options.build()).run()) {
                values.put(name(result), values(result));
            }
        } catch (RunnerException failed) {
            throw new IllegalStateException(failed);
        }
        List<Finding.Figure> figures = new ArrayList<>();
        values.forEach((name, figure) -> figures.add(new Finding.Figure(name, figure, "")));
        return new Finding(
                "decisions",
                "decide, evolve, arm and react on one core, on an escalation with a history of so many events",
                figures,
                List.of(grows(values, "note"), grows(values, "update"), grows(values, "strike")),
                List.of("the baseline playbook, fifty people; the state is at hand, as it is when it was loaded"));
    }

    private static String name(RunResult result) {
        return result.getPrimaryResult().getLabel() + ", " + result.getParams().getParam("history") + " events";
    }

    private static Map<String, Double> values(RunResult result) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(RATE, result.getPrimaryResult().getScore());
        result.getSecondaryResults().forEach((name, one) -> allocated(name, one, values));
        return values;
    }

    private static void allocated(String name, Result<?> result, Map<String, Double> values) {
        if (name.endsWith("gc.alloc.rate.norm")) {
            values.put(ALLOCATED, result.getScore());
        }
    }

    private static Finding.Goal grows(Map<String, Map<String, Double>> values, String what) {
        return Finding.Goal.atMost(
                what + ": allocates with 1000 events at most " + MOST_GROWTH + " times of what it does with 10",
                MOST_GROWTH,
                of(values, what + ", 1000 events", ALLOCATED) / of(values, what + ", 10 events", ALLOCATED));
    }

    private static double of(Map<String, Map<String, Double>> values, String name, String column) {
        return values.getOrDefault(name, Map.of()).getOrDefault(column, Double.NaN);
    }
}
