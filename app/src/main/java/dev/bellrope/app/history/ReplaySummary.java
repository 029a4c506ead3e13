package dev.bellrope.app.history;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What a replay came to, ready to be shown: every list is in the order in which it is shown.
 *
 * @param title what the page is called
 * @param log the log's name
 * @param playbook the playbook's name and version
 * @param from the first signal
 * @param to the last signal
 * @param zone in which days and months are told
 * @param volume how much was replayed
 * @param escalations how many there were, counted in several ways
 * @param targets one line a kind of target and response tier
 * @param movements what happened on the way
 * @param messages messages that would have been owed, by template
 * @param months escalations by the month in which they began; months without any are there too
 * @param times how long things took, such as from the beginning to the acknowledgement
 * @param accounts the accounts with the most escalations, busiest first
 * @param people the people who owned the most, busiest first
 * @param notes what a reader must know to judge the numbers
 */
public record ReplaySummary(
        String title,
        String log,
        String playbook,
        Instant from,
        Instant to,
        ZoneId zone,
        Volume volume,
        EscalationTotals escalations,
        List<TargetResult> targets,
        Movements movements,
        List<NamedCount> messages,
        List<Month> months,
        List<DurationFigures> times,
        List<BusyAccount> accounts,
        List<BusyPerson> people,
        List<String> notes) {
    public ReplaySummary {
        targets = List.copyOf(targets);
        messages = List.copyOf(messages);
        months = List.copyOf(months);
        times = List.copyOf(times);
        accounts = List.copyOf(accounts);
        people = List.copyOf(people);
        notes = List.copyOf(notes);
    }

    /** A name and how often. */
    public record NamedCount(String name, long count) {}

    /** How much was replayed; skipped rows are not among the rows. */
    public record Volume(long rows, long skippedRows, long tickets, long accounts) {}

    /**
     * How many escalations there were.
     *
     * @param total all of them; each of the lists adds up to it
     * @param byLevel by the highest level that each reached, lowest level first
     */
    public record EscalationTotals(
            long total,
            List<NamedCount> byTrigger,
            List<NamedCount> bySeverity,
            List<NamedCount> byTier,
            List<NamedCount> byLevel) {
        public EscalationTotals {
            byTrigger = List.copyOf(byTrigger);
            bySeverity = List.copyOf(bySeverity);
            byTier = List.copyOf(byTier);
            byLevel = List.copyOf(byLevel);
        }

        /** How many reached at least each level: those whose highest it was, and those who went on. */
        public List<NamedCount> reached() {
            List<NamedCount> reached = new ArrayList<>();
            long left = ReplaySummary.total(byLevel);
            for (NamedCount level : byLevel) {
                reached.add(new NamedCount(level.name(), left));
                left -= level.count();
            }
            return reached;
        }
    }

    /**
     * How one kind of target went in one tier.
     *
     * @param stopped ended without a verdict, because the escalation ended first
     * @param open still running at the log's end
     * @param medianUsed the share of its budget that the median target had used when it was decided; 1 is all of it
     * @param ninetiethUsed the same for the 90th percentile
     */
    public record TargetResult(
            String kind,
            String tier,
            long met,
            long missed,
            long stopped,
            long open,
            double medianUsed,
            double ninetiethUsed) {
        public long all() {
            return met + missed + stopped + open;
        }

        /** Whether any was met or missed; the used shares say nothing where none was. */
        public boolean isDecided() {
            return met + missed > 0;
        }

        /** Those met, of those met or missed; -1 where none was. */
        public double shareMet() {
            return share(met, missed);
        }
    }

    /** What happened on the way. */
    public record Movements(long climbs, long reassignments, long reopenings) {}

    /** The escalations that began in a month, by severity in the order of {@link EscalationTotals#bySeverity}. */
    public record Month(YearMonth month, List<NamedCount> bySeverity) {
        public Month {
            bySeverity = List.copyOf(bySeverity);
        }
    }

    /**
     * How long something took.
     *
     * @param name {@code acknowledge}
     * @param definition from what to what, in whose hours
     * @param buckets how many took how long, shortest first, {@code under 15 min}
     */
    public record DurationFigures(String name, String definition, List<NamedCount> buckets) {
        public DurationFigures {
            buckets = List.copyOf(buckets);
        }
    }

    /** An account that had many. */
    public record BusyAccount(String name, long escalations, String worstSeverity) {}

    /**
     * One of our people who owned many.
     *
     * @param acknowledged how many of their acknowledge targets were decided
     * @param inTime how many of those were met
     */
    public record BusyPerson(String name, long owned, long acknowledged, long inTime) {
        /** Those met, of the acknowledge targets that were decided; -1 where none was. */
        public double shareInTime() {
            return share(inTime, acknowledged - inTime);
        }
    }

    /** Escalations to a ticket, 0.13; -1 where there were no tickets. */
    public double perTicket() {
        return volume.tickets() == 0 ? -1 : (double) escalations.total() / volume.tickets();
    }

    /** Targets that were met or missed. */
    public long decided() {
        return targets.stream().mapToLong(each -> each.met() + each.missed()).sum();
    }

    /** Targets that were met, of those that were met or missed; -1 where none was. */
    public double shareMet() {
        return share(
                targets.stream().mapToLong(TargetResult::met).sum(),
                targets.stream().mapToLong(TargetResult::missed).sum());
    }

    /** The escalations of the busiest account; 0 where there is none. */
    public long mostOfAccount() {
        return accounts.stream().mapToLong(BusyAccount::escalations).max().orElse(0);
    }

    /** The escalations of the busiest of our people; 0 where there is none. */
    public long mostOfPerson() {
        return people.stream().mapToLong(BusyPerson::owned).max().orElse(0);
    }

    /** All of them together. */
    public static long total(List<NamedCount> counts) {
        return counts.stream().mapToLong(NamedCount::count).sum();
    }

    /** The highest count; 0 where there is none. */
    public static long most(List<NamedCount> counts) {
        return counts.stream().mapToLong(NamedCount::count).max().orElse(0);
    }

    private static double share(long met, long missed) {
        return met + missed == 0 ? -1 : (double) met / (met + missed);
    }
}
