package dev.bellrope.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the measurements and prints each beside its peer; {@code --quick} takes a minute and is less exact. */
public final class Bench {
    private static final String PEER = "ByMinuteSteps";

    private Bench() {}

    public static void main(String[] arguments) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().include(WorkingTime.class.getName() + "\\.");
        if (Arrays.asList(arguments).contains("--quick")) {
            options = options.warmupIterations(2)
                    .warmupTime(TimeValue.milliseconds(400))
                    .measurementIterations(3)
                    .measurementTime(TimeValue.milliseconds(400));
        }
        print(new Runner(options.build()).run());
    }

    private static void print(Collection<RunResult> results) {
        Map<String, Double> nanos = new TreeMap<>();
        for (RunResult result : results) {
            nanos.put(
                    result.getParams().getParam("span") + " "
                            + result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore());
        }
        System.out.printf("%n%-34s %12s %16s %9s%n", "working time", "ns", "minute steps ns", "times");
        nanos.forEach((name, ours) -> {
            Double peer = nanos.get(name + PEER);
            if (peer != null) {
                System.out.printf("%-34s %12.0f %16.0f %9.0f%n", name, ours, peer, peer / ours);
            } else if (!name.endsWith(PEER)) {
                System.out.printf("%-34s %12.0f%n", name, ours);
            }
        });
    }
}
