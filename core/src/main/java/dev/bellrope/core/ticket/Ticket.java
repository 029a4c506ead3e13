package dev.bellrope.core.ticket;

import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.signal.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One customer issue as the helpdesk knows it, folded from its signals: watched here, managed there.
 *
 * @param id the helpdesk's id
 * @param account the account's id
 * @param status where it is
 * @param turn who must act next; decides which clock runs (T31)
 * @param facts the newest value of every field that was heard: {@code priority}, {@code product}, {@code tags} ...
 * @param clocks the newest clock of each target of the support plan
 * @param misses how often each target was missed
 * @param pausedFor why it waits; empty when it does not
 * @param opened when it was opened, or first heard of
 * @param customerWrote when the customer wrote last; null for never
 * @param replied when we answered last; null for never
 * @param messages how many messages the customer wrote, the opening one included
 * @param reopened how often it came back
 */
public record Ticket(
        String id,
        String account,
        TicketStatus status,
        NextActor turn,
        Map<String, Object> facts,
        Map<String, TargetClock> clocks,
        Map<String, Integer> misses,
        String pausedFor,
        Instant opened,
        @Nullable Instant customerWrote,
        @Nullable Instant replied,
        int messages,
        int reopened) {
    /** The source of what is noticed here about a ticket, rather than said by the helpdesk. */
    public static final String NOTICED_HERE = "bellrope:tickets";

    /** Where a ticket is. */
    public enum TicketStatus {
        OPEN,
        RESOLVED,
        CLOSED,
        /** Merged into another one, or deleted. */
        GONE
    }

    /** Who must act next. */
    public enum NextActor {
        OURS,
        THEIRS,
        NOBODYS
    }

    public Ticket {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        clocks = Collections.unmodifiableMap(new TreeMap<>(clocks));
        misses = Collections.unmodifiableMap(new TreeMap<>(misses));
    }

    /** The ticket after a signal about it. Pure: the same signals give the same ticket. */
    public static Ticket after(@Nullable Ticket before, Signal signal, TicketTerms terms) {
        return TicketEvolution.after(before, signal, terms);
    }

    /** Whether nothing more is to be done about it. */
    public boolean isDone() {
        return status != TicketStatus.OPEN;
    }

    /** Its priority as the helpdesk names it; empty where it never said. */
    public String priority() {
        Object priority = facts.get("priority");
        return priority == null ? "" : priority.toString();
    }

    /** The clock of a target while it is open. */
    public Optional<TargetClock> findOpenClock(String target) {
        return Optional.ofNullable(clocks.get(target)).filter(TargetClock::isOpen);
    }

    /** What conditions of a playbook may know of it; a field that the helpdesk never named is absent. */
    public Map<String, Object> asFacts() {
        Map<String, Object> known = new LinkedHashMap<>(facts);
        known.put("id", id);
        known.put("status", status.name().toLowerCase(Locale.ROOT));
        known.put("turn", turn.name().toLowerCase(Locale.ROOT));
        known.put("missed_count", (long) missedCount());
        known.put("messages", (long) messages);
        known.put("reopened", (long) reopened);
        known.put("opened_at", opened);
        if (replied != null) {
            known.put("last_reply_at", replied);
        }
        return known;
    }

    /** What strikes next of each of its clocks. */
    public List<TargetClock.ClockStrike> strikes() {
        List<TargetClock.ClockStrike> strikes = new ArrayList<>();
        for (TargetClock clock : clocks.values()) {
            clock.nextStrike().ifPresent(strikes::add);
        }
        return strikes;
    }

    /** How often a promise on it was missed, over all targets. */
    public int missedCount() {
        int all = 0;
        for (int times : misses.values()) {
            all += times;
        }
        return all;
    }

    /** What a strike does: the ticket after it, and the signal that says so; nothing where it no longer fits. */
    public Optional<TicketStrike> strike(TargetClock.ClockStrike strike, TicketTerms terms) {
        return strike(strike, strike.at(), terms);
    }

    /**
     * The same, struck late: what is owed again is owed from then, so that an outage is caught up with once (T55).
     *
     * @param at when it really strikes, not before it was due
     */
    public Optional<TicketStrike> strike(TargetClock.ClockStrike strike, Instant at, TicketTerms terms) {
        return TicketEvolution.strike(this, strike, at, terms);
    }

    /** A ticket after a strike, and what was noticed. */
    public record TicketStrike(Ticket ticket, Signal noticed) {}

    /** Whether a target of a support plan measures an answer rather than the end. */
    static boolean isAnswer(String target) {
        return target.equals(SupportPlan.FIRST_REPLY) || target.equals(SupportPlan.NEXT_REPLY);
    }
}
