package dev.bellrope.core.ticket;

import dev.bellrope.core.TestPlaybook;
import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.signal.Signal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One watched ticket in the week of 16 November 2026; what strikes on the way to a time strikes. */
public final class Watched {
    private final Map<String, Map<String, Span>> targets = new HashMap<>();
    private final List<String> noticed = new ArrayList<>();
    private WorkingCalendar calendar = TestPlaybook.OFFICE;
    private Set<String> pausesWhile = Set.of("waiting-on-customer");
    private SupportPlan.ReopeningRule reopening = SupportPlan.ReopeningRule.CONTINUE;
    private @Nullable Ticket ticket;
    private int signals;

    /** A promise whatever the priority. */
    public Watched promised(String target, String span) {
        return promised(target, "otherwise", span);
    }

    public Watched promised(String target, String priority, String span) {
        targets.computeIfAbsent(target, name -> new HashMap<>()).put(priority, Span.parse(span));
        return this;
    }

    public Watched roundTheClock() {
        calendar = WorkingCalendar.always();
        return this;
    }

    public Watched restarts() {
        reopening = SupportPlan.ReopeningRule.RESTART;
        return this;
    }

    public static Instant time(String text) {
        DayOfWeek day = DayOfWeek.of(
                List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun").indexOf(text.substring(0, 3)) + 1);
        return LocalDate.of(2026, 11, 15 + day.getValue())
                .atTime(LocalTime.parse(text.substring(4)))
                .atZone(TestPlaybook.PRAGUE)
                .toInstant();
    }

    public Watched hears(String time, String kind) {
        return hears(time, kind, Map.of());
    }

    public Watched hears(String time, String kind, Map<String, Object> data) {
        return ticks(time).hearsFirst(time, kind, data);
    }

    /** Hears it before anything that is due has struck. */
    public Watched hearsFirst(String time, String kind, Map<String, Object> data) {
        ticket = Ticket.after(
                ticket, new Signal("helpdesk", "S" + ++signals, kind, time(time), "acme", "T-1", "", data), terms());
        return this;
    }

    /** What is due until then strikes in order. */
    public Watched ticks(String time) {
        Optional<TargetClock.ClockStrike> next = next(time(time));
        while (next.isPresent()) {
            strike(next.get(), next.get().at());
            next = next(time(time));
        }
        return this;
    }

    /** What has been due strikes only now, as after an outage. */
    public Watched wakesUp(String time) {
        Optional<TargetClock.ClockStrike> next = next(time(time));
        while (next.isPresent()) {
            strike(next.get(), time(time));
            next = next(time(time));
        }
        return this;
    }

    private Optional<TargetClock.ClockStrike> next(Instant until) {
        return ticket == null
                ? Optional.empty()
                : ticket.strikes().stream()
                        .filter(strike -> !strike.at().isAfter(until))
                        .min(Comparator.comparing(TargetClock.ClockStrike::at));
    }

    private void strike(TargetClock.ClockStrike strike, Instant at) {
        Ticket.TicketStrike struck = ticket().strike(strike, at, terms()).orElseThrow();
        ticket = struck.ticket();
        noticed.add(struck.noticed().kind().substring("ticket.target.".length()) + " " + strike.target() + " "
                + strike.percent());
    }

    /** What was noticed so far, misses only. */
    public List<String> missed() {
        return noticed.stream().filter(word -> word.startsWith("missed")).toList();
    }

    public List<String> noticed() {
        return noticed;
    }

    public Ticket ticket() {
        return Objects.requireNonNull(ticket);
    }

    public TargetClock clock(String target) {
        return Objects.requireNonNull(ticket().clocks().get(target), target);
    }

    public TicketTerms terms() {
        return new TicketTerms(
                Optional.of(new SupportPlan("gold", calendar.name(), targets, pausesWhile, reopening)), calendar);
    }
}
