package dev.bellrope.app.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The long form, started by {@code ./bellrope test --faults [--quick] [--seed=N]}; ends with 1 when something did not hold. */
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
        Set<Fault> others = EnumSet.complementOf(EnumSet.of(Fault.KILL));
        Trial trial = given.contains("--short")
                ? Trial.inShort(seed)
                : given.contains("--quick") ? new Trial(seed, QUICK, 14, others) : new Trial(seed, LONG, 200, others);
        System.out.printf(
                "Seed %d: %d kills and every other fault within %d s%n",
                seed, trial.kills(), trial.length().toSeconds());
        Path folder = Files.createDirectories(
                Path.of("target", "faults", String.valueOf(seed)).toAbsolutePath());
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
        System.exit(report.broken().isEmpty() ? 0 : 1);
    }
}
