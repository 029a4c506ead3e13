package dev.bellrope.app.accounts.web;

import dev.bellrope.app.accounts.AccountStandings.AccountEpisode;
import dev.bellrope.app.web.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The escalations of an account as bars on a timeline, in lanes so that none overlap; positions are percentages of the
 * width, independent of the size of the picture.
 *
 * @param bars the bars, in the order in which they began
 * @param lanes the number of lanes, at least 1
 * @param ticks the labelled dates
 * @param leftOut the number of escalations without a lane
 */
public record EscalationStrip(List<StripBar> bars, int lanes, List<StripTick> ticks, int leftOut) {
    private static final int MOST_LANES = 12;

    /** The least width of a bar with its label, even on a phone. */
    private static final double NARROWEST = 27;

    private static final double LAST_FOR_LABEL_BEHIND = 100 - NARROWEST;
    private static final int TICKS = 6;
    private static final Duration SHORTEST = Duration.ofDays(28);
    private static final List<Period> STEPS = List.of(
            Period.ofDays(7),
            Period.ofDays(14),
            Period.ofMonths(1),
            Period.ofMonths(3),
            Period.ofMonths(6),
            Period.ofYears(1),
            Period.ofYears(2),
            Period.ofYears(5));

    /**
     * The bar of an escalation.
     *
     * @param left where it begins, 0..100
     * @param width its length, 0..100
     */
    public record StripBar(AccountEpisode episode, double left, double width, int lane) {
        /** Returns whether its label is on its left, since there is no room to the right of its start. */
        public boolean isLabelBefore() {
            return left > LAST_FOR_LABEL_BEHIND;
        }
    }

    /** A labelled date at its position, 0..100. */
    public record StripTick(double left, String label) {}

    /** Returns the strip of some episodes, up to now. */
    static EscalationStrip of(List<AccountEpisode> episodes, Instant now, ZoneId zone) {
        List<AccountEpisode> inOrder = episodes.stream()
                .sorted(Comparator.comparing(AccountEpisode::begun))
                .toList();
        Instant first = inOrder.isEmpty() ? now : inOrder.getFirst().begun();
        Instant from = first.isAfter(now.minus(SHORTEST)) ? now.minus(SHORTEST) : first;
        List<StripBar> bars = new ArrayList<>();
        List<Double> ends = new ArrayList<>();
        for (AccountEpisode episode : inOrder) {
            double left = place(episode.begun(), from, now);
            double right = place(episode.over().orElse(now), from, now);
            boolean before = left > LAST_FOR_LABEL_BEHIND;
            double taken = before ? left - NARROWEST : left;
            int lane = 0;
            while (lane < ends.size() && ends.get(lane) > taken) {
                lane++;
            }
            if (lane == MOST_LANES) {
                continue;
            }
            double end = Math.max(right, before ? left : left + NARROWEST);
            if (lane == ends.size()) {
                ends.add(end);
            } else {
                ends.set(lane, end);
            }
            bars.add(new StripBar(episode, left, Math.max(right - left, 0.4), lane));
        }
        return new EscalationStrip(
                List.copyOf(bars), Math.max(1, ends.size()), ticks(from, now, zone), episodes.size() - bars.size());
    }

    private static double place(Instant at, Instant from, Instant until) {
        double all = Duration.between(from, until).toMillis();
        double place = all <= 0 ? 100 : 100 * Duration.between(from, at).toMillis() / all;
        return Math.round(Math.clamp(place, 0, 100) * 100) / 100.0;
    }

    private static List<StripTick> ticks(Instant from, Instant until, ZoneId zone) {
        LocalDate first = from.atZone(zone).toLocalDate();
        LocalDate last = until.atZone(zone).toLocalDate();
        Period step = STEPS.stream()
                .filter(one -> !first.plus(one.multipliedBy(TICKS)).isBefore(last))
                .findFirst()
                .orElse(STEPS.getLast());
        boolean days = step.toTotalMonths() == 0;
        DateTimeFormatter words = DateTimeFormatter.ofPattern(days ? "d MMM" : "MMM yyyy", Locale.ENGLISH)
                .withLocale(Texts.language());
        LocalDate day = days ? first.plusDays(1) : first.withDayOfMonth(1).plusMonths(1);
        List<StripTick> ticks = new ArrayList<>();
        while (!day.isAfter(last)) {
            ticks.add(new StripTick(place(day.atStartOfDay(zone).toInstant(), from, until), words.format(day)));
            day = day.plus(step);
        }
        // A label needs room before the right edge.
        return ticks.stream().filter(tick -> tick.left() < 88).toList();
    }
}
