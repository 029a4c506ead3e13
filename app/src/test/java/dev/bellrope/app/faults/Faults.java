package dev.bellrope.app.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The long form, started by {@code ./bellrope test --faults [--quick | --short | --clocks] [--seed=N]}; ends with 1 when something did not hold. */
final class Faults {
    private static final Duration LONG = Duration.ofMinutes(22);
    private static final Duration QUICK = Duration.ofSeconds(110);

    private Faults() {}

    public static void main(String[] arguments) throws Exception {
        List<String> given = Arrays.asList(arguments);
        long seed = given.stream()
                .filter(one -> one.startsWith("--seed="))
                .map(one -> Long.parseLong(one.substring("--seed=".length())))
                .findFirst()
                .orElse(System.nanoTime() % 1_000_000);
        boolean holds = true;
        for (Trial trial : trials(given, seed)) {
            holds &= run(trial);
        }
        System.exit(holds ? 0 : 1);
    }

    private static List<Trial> trials(List<String> given, long seed) {
        if (given.contains("--short")) {
            return List.of(Trial.inShort(seed));
        }
        if (given.contains("--clocks")) {
            return List.of(Trial.withClocksApart(seed));
        }
        Set<Fault> others = EnumSet.complementOf(EnumSet.of(Fault.KILL));
        return List.of(
                given.contains("--quick") ? new Trial(seed, QUICK, 14, others) : new Trial(seed, LONG, 200, others),
                Trial.withClocksApart(seed));
    }

    private static boolean run(Trial trial) throws Exception {
        System.out.printf(
                "Seed %d: %d kills and %d other kinds of faults within %d s%s%n",
                trial.seed(),
                trial.kills(),
                trial.others().size(),
                trial.length().toSeconds(),
                trial.apart().isZero()
                        ? ""
                        : ", clocks %d s apart".formatted(trial.apart().toSeconds()));
        Path folder = Files.createDirectories(
                Path.of("target", "faults", trial.seed() + (trial.apart().isZero() ? "" : "-clocks"))
                        .toAbsolutePath());
        Report report = trial.run(folder);
        System.out.println(report.text());
        System.out.println(
                report.broken().isEmpty()
                        ? "All %d invariants hold."
                                .formatted(report.invariants().size())
                        : "%d of %d invariants do not hold; the logs are under %s."
                                .formatted(
                                        report.broken().size(),
                                        report.invariants().size(),
                                        folder));
        return report.broken().isEmpty();
    }
}
