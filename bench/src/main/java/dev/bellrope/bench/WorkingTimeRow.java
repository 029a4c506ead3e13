package dev.bellrope.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link WorkingTime} under JMH. */
final class WorkingTimeRow {
    private static final String PEER = "ByMinuteSteps";

    private WorkingTimeRow() {}

    static Finding measure(boolean quick) {
        ChainedOptionsBuilder options = new OptionsBuilder().include(WorkingTime.class.getName() + "\\.");
        if (quick) {
            options = options.forks(0)
                    .warmupIterations(1)
                    .warmupTime(TimeValue.milliseconds(100))
                    .measurementIterations(1)
                    .measurementTime(TimeValue.milliseconds(200));
        }
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
        nanos.forEach((name, ours) -> {
            if (!name.endsWith(PEER)) {
                figures.add(figure(name, ours, nanos.get(name + PEER)));
            }
        });
        return new Finding(
                "working time", "plus and between, beside stepping by the minute", figures, List.of(), List.of());
    }

    private static Finding.Figure figure(String name, double ours, @Nullable Double peer) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("ns", ours);
        if (peer != null) {
            values.put("minute steps ns", peer);
            values.put("times", peer / ours);
        }
        return new Finding.Figure(name, values, "");
    }
}
