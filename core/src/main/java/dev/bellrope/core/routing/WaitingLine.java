package dev.bellrope.core.routing;

import dev.bellrope.core.account.ValueBand;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.playbook.Guardrails;
import dev.bellrope.core.playbook.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Orders the escalations that wait for an owner.
 *
 * <p>The worst severity comes first, and the oldest within it, so that new work does not overtake old work. An
 * escalation that has waited as long as its value band may wait ({@link Guardrails#longestWait}) comes before all
 * others, the most overdue first. Severity and band do not change: age affects the place in the line and nothing else.
 */
public final class WaitingLine {
    private WaitingLine() {}

    /**
     * An escalation that waits for an owner.
     *
     * @param key {@code ESC-1042}
     * @param since when it started to wait
     */
    public record WaitingEscalation(String key, Severity severity, ValueBand band, Instant since) {}

    /**
     * A place in the waiting line.
     *
     * @param waiting the escalation in this place, unchanged
     * @param overdue whether it has this place because of its age
     * @param because the reason in words
     */
    public record QueuePlace(WaitingEscalation waiting, boolean overdue, String because) {}

    /**
     * Orders the waiting line, next to be served first; ties go by key.
     *
     * <p>Waiting is counted in elapsed time, with days of 24 hours, because the customer waits round the clock. A band
     * without a limit in the playbook has the limit of the next lower band that has one, because a more valuable
     * account must not wait longer. If no lower band has one either, its escalations never become overdue.
     *
     * @param at the current instant
     */
    public static List<QueuePlace> order(List<WaitingEscalation> waiting, Guardrails guardrails, Instant at) {
        Comparator<RankedPlace> overdueFirst =
                Comparator.comparing((RankedPlace ranked) -> !ranked.place().overdue());
        return waiting.stream()
                .map(one -> ranked(one, bound(one.band(), guardrails.longestWait()), at))
                .sorted(overdueFirst
                        .thenComparing(RankedPlace::over, Comparator.reverseOrder())
                        .thenComparing(ranked -> ranked.place().waiting().severity())
                        .thenComparing(ranked -> ranked.place().waiting().since())
                        .thenComparing(ranked -> ranked.place().waiting().key()))
                .map(RankedPlace::place)
                .toList();
    }

    /** A place and the time by which it is overdue, zero if it is not. */
    private record RankedPlace(QueuePlace place, Duration over) {}

    private static RankedPlace ranked(WaitingEscalation one, Optional<Span> bound, Instant at) {
        Duration waited = Duration.between(one.since(), at);
        waited = waited.isNegative() ? Duration.ZERO : waited;
        if (bound.isPresent() && waited.compareTo(bound.get().elapsed()) >= 0) {
            String because = one.severity() + ", waiting " + words(waited) + ", and band "
                    + one.band().word() + " waits no longer than " + bound.get() + ": served before everybody else";
            return new RankedPlace(
                    new QueuePlace(one, true, because), waited.minus(bound.get().elapsed()));
        }
        String because = one.severity() + ", waiting " + words(waited) + ": by severity, oldest first";
        return new RankedPlace(new QueuePlace(one, false, because), Duration.ZERO);
    }

    private static Optional<Span> bound(ValueBand band, Map<ValueBand, Span> longestWait) {
        return EnumSet.range(band, ValueBand.STANDARD).stream()
                .filter(longestWait::containsKey)
                .findFirst()
                .map(longestWait::get);
    }

    private static String words(Duration waited) {
        return new Span(waited.toDays(), Duration.ofHours(waited.toHoursPart()).plusMinutes(waited.toMinutesPart()))
                .toString();
    }
}
