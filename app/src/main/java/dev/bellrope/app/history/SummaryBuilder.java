package dev.bellrope.app.history;

import dev.bellrope.app.history.ReplaySummary.BusyAccount;
import dev.bellrope.app.history.ReplaySummary.BusyPerson;
import dev.bellrope.app.history.ReplaySummary.DurationFigures;
import dev.bellrope.app.history.ReplaySummary.EscalationTotals;
import dev.bellrope.app.history.ReplaySummary.Month;
import dev.bellrope.app.history.ReplaySummary.Movements;
import dev.bellrope.app.history.ReplaySummary.NamedCount;
import dev.bellrope.app.history.ReplaySummary.TargetResult;
import dev.bellrope.app.history.ReplaySummary.Volume;
import dev.bellrope.app.history.log.Log;
import dev.bellrope.app.history.log.Mapping;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.insight.EscalationMeasures;
import dev.bellrope.core.insight.Measures;
import dev.bellrope.core.playbook.Ladder;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.ResponseTier;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.playbook.TargetRule;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.simulation.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Builds the summary of a replay. */
final class SummaryBuilder {
    private static final int BUSIEST = 10;

    private SummaryBuilder() {}

    static ReplaySummary up(
            Log log,
            Mapping mapping,
            Playbook playbook,
            Simulation simulation,
            UsedShares used,
            Map<String, Long> messages,
            Map<String, Long> refused) {
        Measures measures = simulation.measures();
        Collection<EscalationMeasures> courses = measures.courses();
        List<String> notes = new ArrayList<>();
        if (log.counts().skipped() > 0) {
            notes.add(log.counts().skipped() + " rows could not be read and were left out; the first: "
                    + log.counts().badRows().getFirst());
        }
        refused.forEach((word, times) ->
                notes.add("The log asked " + times + " times to " + word + " when the playbook did not allow it."));
        Instant from = log.signals().isEmpty()
                ? Instant.EPOCH
                : log.signals().getFirst().at();
        Instant to = log.signals().isEmpty()
                ? Instant.EPOCH
                : log.signals().getLast().at();
        return new ReplaySummary(
                "What " + playbook.name() + " would have done with " + mapping.name(),
                mapping.name(),
                playbook.version(),
                from,
                to,
                mapping.zone(),
                new Volume(
                        log.counts().rows(),
                        log.counts().skipped(),
                        log.counts().tickets(),
                        log.accounts().size()),
                escalations(measures, playbook),
                targets(measures, playbook, simulation, used),
                new Movements(
                        courses.stream().mapToLong(EscalationMeasures::climbs).sum(),
                        courses.stream()
                                .mapToLong(EscalationMeasures::reassignments)
                                .sum(),
                        courses.stream()
                                .mapToLong(EscalationMeasures::reopenings)
                                .sum()),
                counts(messages.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Math.toIntExact(entry.getValue())))),
                months(courses, mapping.zone()),
                List.of(
                        times(
                                measures,
                                "acknowledge",
                                "from the opening to the first acknowledgement, round the clock",
                                EscalationMeasures::acknowledged),
                        times(
                                measures,
                                "resolve",
                                "from the opening to the resolution, round the clock",
                                EscalationMeasures::resolved)),
                accounts(courses),
                people(courses, log),
                notes);
    }

    private static EscalationTotals escalations(Measures measures, Playbook playbook) {
        return new EscalationTotals(
                measures.courses().size(),
                counts(measures.count(EscalationMeasures::trigger)),
                ordered(
                        measures.count(course -> course.severity().name()),
                        Arrays.stream(Severity.values()).map(Severity::name).toList()),
                ordered(
                        measures.count(EscalationMeasures::tier),
                        playbook.tiers().stream().map(ResponseTier::name).toList()),
                ordered(
                        measures.count(EscalationMeasures::highestLevel),
                        playbook.ladder().levels().stream()
                                .map(Ladder.Level::id)
                                .toList()));
    }

    private static List<TargetResult> targets(
            Measures measures, Playbook playbook, Simulation simulation, UsedShares used) {
        Map<String, Measures.KeptPromises> kept =
                measures.kept(outcome -> outcome.target() + '\u0000' + outcome.tier());
        Map<String, Long> open = new HashMap<>();
        for (Escalation escalation : simulation.escalations()) {
            for (TargetClock clock : escalation.clocks().values()) {
                if (clock.isOpen() && !clock.isMissed()) {
                    open.merge(
                            clock.target() + '\u0000' + escalation.assessment().tier(), 1L, Long::sum);
                }
            }
        }
        List<TargetResult> results = new ArrayList<>();
        for (TargetRule target : playbook.targets().values()) {
            for (ResponseTier tier : playbook.tiers()) {
                String id = target.name() + '\u0000' + tier.name();
                Measures.KeptPromises found = kept.getOrDefault(id, new Measures.KeptPromises(0, 0, 0));
                long running = open.getOrDefault(id, 0L);
                if (found.met() + found.missed() + found.stopped() + running > 0) {
                    List<Double> shares = used.sorted(target.name(), tier.name());
                    results.add(new TargetResult(
                            target.name(),
                            tier.name(),
                            found.met(),
                            found.missed(),
                            found.stopped(),
                            running,
                            Measures.percentile(shares, 0.5).orElse(0.0),
                            Measures.percentile(shares, 0.9).orElse(0.0)));
                }
            }
        }
        return results;
    }

    private static List<Month> months(Collection<EscalationMeasures> courses, ZoneId zone) {
        Map<YearMonth, Map<String, Integer>> counted = new HashMap<>();
        for (EscalationMeasures course : courses) {
            Instant opened = course.opened();
            if (opened != null) {
                counted.computeIfAbsent(YearMonth.from(opened.atZone(zone)), month -> new HashMap<>())
                        .merge(course.severity().name(), 1, Integer::sum);
            }
        }
        List<Month> months = new ArrayList<>();
        Optional<YearMonth> first = counted.keySet().stream().min(Comparator.naturalOrder());
        Optional<YearMonth> last = counted.keySet().stream().max(Comparator.naturalOrder());
        if (first.isPresent() && last.isPresent()) {
            for (YearMonth month = first.get(); !month.isAfter(last.get()); month = month.plusMonths(1)) {
                months.add(new Month(
                        month,
                        ordered(
                                counted.getOrDefault(month, Map.of()),
                                Arrays.stream(Severity.values())
                                        .map(Severity::name)
                                        .toList())));
            }
        }
        return months;
    }

    private static DurationFigures times(
            Measures measures,
            String name,
            String definition,
            Function<EscalationMeasures, @org.jspecify.annotations.Nullable Instant> until) {
        List<Duration> elapsed = measures.elapsed(course -> Optional.ofNullable(until.apply(course)));
        List<Duration> edges = List.of(
                Duration.ofMinutes(15),
                Duration.ofHours(1),
                Duration.ofHours(4),
                Duration.ofDays(1),
                Duration.ofDays(3),
                Duration.ofDays(10),
                Duration.ofDays(30));
        List<String> names = List.of(
                "under 15 min",
                "to 1 hour",
                "to 4 hours",
                "to 1 day",
                "to 3 days",
                "to 10 days",
                "to 30 days",
                "longer");
        long[] buckets = new long[names.size()];
        for (Duration duration : elapsed) {
            int bucket = 0;
            while (bucket < edges.size() && duration.compareTo(edges.get(bucket)) >= 0) {
                bucket++;
            }
            buckets[bucket]++;
        }
        List<NamedCount> counts = new ArrayList<>();
        for (int i = 0; i < buckets.length; i++) {
            counts.add(new NamedCount(names.get(i), buckets[i]));
        }
        return new DurationFigures(name, definition, counts);
    }

    private static List<BusyAccount> accounts(Collection<EscalationMeasures> courses) {
        Map<String, List<EscalationMeasures>> byAccount =
                courses.stream().collect(Collectors.groupingBy(EscalationMeasures::accountName));
        return byAccount.entrySet().stream()
                .map(entry -> new BusyAccount(
                        entry.getKey(),
                        entry.getValue().size(),
                        entry.getValue().stream()
                                .map(EscalationMeasures::severity)
                                .min(Comparator.naturalOrder())
                                .map(Severity::name)
                                .orElse("")))
                .sorted(Comparator.comparingLong(BusyAccount::escalations)
                        .reversed()
                        .thenComparing(BusyAccount::name))
                .limit(BUSIEST)
                .toList();
    }

    private static List<BusyPerson> people(Collection<EscalationMeasures> courses, Log log) {
        Map<String, String> names = log.people().stream().collect(Collectors.toMap(Person::id, Person::name));
        Map<String, List<EscalationMeasures>> byOwner = courses.stream()
                .filter(course -> !course.owner().isEmpty())
                .collect(Collectors.groupingBy(EscalationMeasures::owner));
        return byOwner.entrySet().stream()
                .map(entry -> {
                    List<EscalationMeasures.PromiseOutcome> acknowledged = entry.getValue().stream()
                            .flatMap(course -> course.outcomes().stream())
                            .filter(outcome -> outcome.target().equals(TargetRule.ACKNOWLEDGE)
                                    && outcome.end() != EscalationMeasures.PromiseEnd.STOPPED)
                            .toList();
                    return new BusyPerson(
                            names.getOrDefault(entry.getKey(), entry.getKey()),
                            entry.getValue().size(),
                            acknowledged.size(),
                            acknowledged.stream()
                                    .filter(outcome -> outcome.end() == EscalationMeasures.PromiseEnd.MET)
                                    .count());
                })
                .sorted(Comparator.comparingLong(BusyPerson::owned).reversed().thenComparing(BusyPerson::name))
                .limit(BUSIEST)
                .toList();
    }

    private static List<NamedCount> counts(Map<String, Integer> counted) {
        return counted.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new NamedCount(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<NamedCount> ordered(Map<String, Integer> counted, List<String> names) {
        return names.stream()
                .map(name -> new NamedCount(name, counted.getOrDefault(name, 0)))
                .toList();
    }
}
