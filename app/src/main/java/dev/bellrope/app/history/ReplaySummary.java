package dev.bellrope.app.history;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
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
        Escalations escalations,
        List<TargetResult> targets,
        Movements movements,
        List<Count> messages,
        List<Month> months,
        List<Times> times,
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
    public record Count(String name, long count) {}

    /** How much was replayed; skipped rows are not among the rows. */
    public record Volume(long rows, long skippedRows, long tickets, long accounts) {}

    /**
     * How many escalations there were.
     *
     * @param total all of them; each of the lists adds up to it
     * @param byLevel by the highest level that each reached, lowest level first
     */
    public record Escalations(
            long total, List<Count> byTrigger, List<Count> bySeverity, List<Count> byTier, List<Count> byLevel) {
        public Escalations {
            byTrigger = List.copyOf(byTrigger);
            bySeverity = List.copyOf(bySeverity);
            byTier = List.copyOf(byTier);
            byLevel = List.copyOf(byLevel);
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
    }

    /** What happened on the way. */
    public record Movements(long climbs, long reassignments, long reopenings) {}

    /** The escalations that began in a month, by severity in the order of {@link Escalations#bySeverity}. */
    public record Month(YearMonth month, List<Count> bySeverity) {
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
    public record Times(String name, String definition, List<Count> buckets) {
        public Times {
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
    public record BusyPerson(String name, long owned, long acknowledged, long inTime) {}

    /** Targets that were met, of those that were met or missed; -1 where none was. */
    double shareMet() {
        return share(
                targets.stream().mapToLong(TargetResult::met).sum(),
                targets.stream().mapToLong(TargetResult::missed).sum());
    }

    static double share(long met, long missed) {
        return met + missed == 0 ? -1 : (double) met / (met + missed);
    }
}
