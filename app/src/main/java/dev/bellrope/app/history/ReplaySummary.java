package dev.bellrope.app.history;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The results of a replay, ready to be shown: every list is in display order.
 *
 * @param title the title of the page
 * @param log the log's name
 * @param playbook the playbook's name and version
 * @param from the time of the first signal
 * @param to the time of the last signal
 * @param zone the time zone for days and months
 * @param volume the size of what was replayed
 * @param escalations the number of escalations, counted in several ways
 * @param targets one line per kind of target and response tier
 * @param movements what happened during the escalations
 * @param messages messages that would have been owed, by template
 * @param months escalations by the month in which they began, months without any included
 * @param times how long things took, such as the time from the beginning to the acknowledgement
 * @param accounts the accounts with the most escalations, busiest first
 * @param people the people who owned the most escalations, busiest first
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

    /** A name and a count. */
    public record NamedCount(String name, long count) {}

    /** The size of the replayed log; skipped rows are not counted as rows. */
    public record Volume(long rows, long skippedRows, long tickets, long accounts) {}

    /**
     * The number of escalations.
     *
     * @param total the number of all escalations; each of the lists adds up to it
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

        /**
         * Counts the escalations that reached at least each level: those for which it was the highest, and those that
         * went on.
         */
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
     * The results of one kind of target in one tier.
     *
     * @param stopped targets that ended undecided, because the escalation ended first
     * @param open targets that were still running at the end of the log
     * @param medianUsed the median share of the budget that was used when a target was decided; 1 is all of it
     * @param ninetiethUsed the 90th percentile of this share
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

        /** Whether any target was met or missed; if not, the used shares mean nothing. */
        public boolean isDecided() {
            return met + missed > 0;
        }

        /** Returns the share of met targets among those met or missed; -1 if there are none. */
        public double shareMet() {
            return share(met, missed);
        }
    }

    /** How often escalations climbed, were reassigned and were reopened. */
    public record Movements(long climbs, long reassignments, long reopenings) {}

    /** The escalations that began in a month, by severity in the order of {@link EscalationTotals#bySeverity}. */
    public record Month(YearMonth month, List<NamedCount> bySeverity) {
        public Month {
            bySeverity = List.copyOf(bySeverity);
        }
    }

    /**
     * A distribution of durations.
     *
     * @param name {@code acknowledge}
     * @param definition what is measured from where to where, and in whose hours
     * @param buckets counts by duration, shortest first, such as {@code under 15 min}
     */
    public record DurationFigures(String name, String definition, List<NamedCount> buckets) {
        public DurationFigures {
            buckets = List.copyOf(buckets);
        }
    }

    /** An account with many escalations. */
    public record BusyAccount(String name, long escalations, String worstSeverity) {}

    /**
     * A person who owned many escalations.
     *
     * @param acknowledged how many of their acknowledge targets were decided
     * @param inTime how many of those were met
     */
    public record BusyPerson(String name, long owned, long acknowledged, long inTime) {
        /** Returns the share of met targets among their decided acknowledge targets; -1 if there are none. */
        public double shareInTime() {
            return share(inTime, acknowledged - inTime);
        }
    }

    /** Returns the number of escalations per ticket, such as 0.13; -1 if there were no tickets. */
    public double perTicket() {
        return volume.tickets() == 0 ? -1 : (double) escalations.total() / volume.tickets();
    }

    /** Returns the number of targets that were met or missed. */
    public long decided() {
        return targets.stream().mapToLong(each -> each.met() + each.missed()).sum();
    }

    /** Returns the share of met targets among those met or missed; -1 if there are none. */
    public double shareMet() {
        return share(
                targets.stream().mapToLong(TargetResult::met).sum(),
                targets.stream().mapToLong(TargetResult::missed).sum());
    }

    /** Returns the number of escalations of the busiest account; 0 if there is none. */
    public long mostOfAccount() {
        return accounts.stream().mapToLong(BusyAccount::escalations).max().orElse(0);
    }

    /** Returns the number of escalations of the busiest person; 0 if there is none. */
    public long mostOfPerson() {
        return people.stream().mapToLong(BusyPerson::owned).max().orElse(0);
    }

    /** Returns the sum of all counts. */
    public static long total(List<NamedCount> counts) {
        return counts.stream().mapToLong(NamedCount::count).sum();
    }

    /** Returns the highest count; 0 if there is none. */
    public static long most(List<NamedCount> counts) {
        return counts.stream().mapToLong(NamedCount::count).max().orElse(0);
    }

    private static double share(long met, long missed) {
        return met + missed == 0 ? -1 : (double) met / (met + missed);
    }
}
