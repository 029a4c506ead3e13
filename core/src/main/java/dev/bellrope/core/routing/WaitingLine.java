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
 * In which order escalations that wait for an owner are served.
 *
 * <p>The worst severity first and the oldest first within it, so that new work does not overtake old. Whoever has waited as long as the
 * band may wait ({@link Guardrails#longestWait}) stands before all of them, in a tier of its own, the most overdue first. Severity and band
 * stay what they are: age changes the place in the line and nothing else.
 */
public final class WaitingLine {
    private WaitingLine() {}

    /**
     * An escalation that waits for an owner.
     *
     * @param key {@code ESC-1042}
     * @param since when it began to wait
     */
    public record WaitingEscalation(String key, Severity severity, ValueBand band, Instant since) {}

    /**
     * A place in the line.
     *
     * @param waiting who stands there, unchanged
     * @param overdue whether it stands there because of its age
     * @param because in words
     */
    public record QueuePlace(WaitingEscalation waiting, boolean overdue, String because) {}

    /**
     * The line, next to be served first; ties by key.
     *
     * <p>Waiting is counted in elapsed time, a day being 24 hours: the customer waits by the clock on the wall. A band
     * for which the playbook gives no bound has that of the next lower band that has one, since worth more never means
     * waiting longer; where no lower band has one either it does not age.
     *
     * @param at the instant of the question
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

    /** A place and by how much it is overdue, zero when it is not. */
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
