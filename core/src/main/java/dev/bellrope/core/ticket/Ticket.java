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
 * A ticket, one customer issue as the helpdesk knows it, folded from its signals: watched here, managed there.
 *
 * @param id the helpdesk's id
 * @param account the account's id
 * @param status its status
 * @param turn who must act next; decides which clock runs (T31)
 * @param facts the latest value of every field that was heard: {@code priority}, {@code product}, {@code tags} ...
 * @param clocks the latest clock of each target of the support plan
 * @param misses how often each target was missed
 * @param pausedFor why it waits; empty if it does not
 * @param opened when it was opened, or first heard of
 * @param customerWrote when the customer last wrote; null for never
 * @param replied when we last replied; null for never
 * @param messages how many messages the customer wrote, including the one that opened it
 * @param reopened how often it was reopened
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
    /** The source of signals that Bellrope notices about a ticket, rather than hears from the helpdesk. */
    public static final String NOTICED_HERE = "bellrope:tickets";

    /** The status of a ticket. */
    public enum TicketStatus {
        OPEN,
        RESOLVED,
        CLOSED,
        /** Merged into another ticket, or deleted. */
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

    /** Returns the ticket after a signal about it. Pure: the same signals give the same ticket. */
    public static Ticket after(@Nullable Ticket before, Signal signal, TicketTerms terms) {
        return TicketEvolution.after(before, signal, terms);
    }

    /** Returns whether there is nothing left to do about it. */
    public boolean isDone() {
        return status != TicketStatus.OPEN;
    }

    /** Returns its priority as the helpdesk names it; empty if it never did. */
    public String priority() {
        Object priority = facts.get("priority");
        return priority == null ? "" : priority.toString();
    }

    /** Finds the clock of a target if it is open. */
    public Optional<TargetClock> findOpenClock(String target) {
        return Optional.ofNullable(clocks.get(target)).filter(TargetClock::isOpen);
    }

    /** Returns its facts for a playbook's conditions; a field that the helpdesk never named is absent. */
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

    /** Returns the next strike of each of its clocks. */
    public List<TargetClock.ClockStrike> strikes() {
        List<TargetClock.ClockStrike> strikes = new ArrayList<>();
        for (TargetClock clock : clocks.values()) {
            clock.nextStrike().ifPresent(strikes::add);
        }
        return strikes;
    }

    /** Returns how often its promises were missed, over all targets. */
    public int missedCount() {
        int all = 0;
        for (int times : misses.values()) {
            all += times;
        }
        return all;
    }

    /** Returns the ticket after a strike, and the signal about it; empty if the strike no longer fits. */
    public Optional<TicketStrike> strike(TargetClock.ClockStrike strike, TicketTerms terms) {
        return strike(strike, strike.at(), terms);
    }

    /**
     * Returns the ticket after a late strike, and the signal about it. A promise that is owed again starts at the late
     * instant, so that an outage is caught up with once (T55).
     *
     * @param at when it really strikes, not before it was due
     */
    public Optional<TicketStrike> strike(TargetClock.ClockStrike strike, Instant at, TicketTerms terms) {
        return TicketEvolution.strike(this, strike, at, terms);
    }

    /** A ticket after a strike, and the signal about it. */
    public record TicketStrike(Ticket ticket, Signal noticed) {}

    /** Returns whether a target of a support plan measures an answer rather than the resolution. */
    static boolean isAnswer(String target) {
        return target.equals(SupportPlan.FIRST_REPLY) || target.equals(SupportPlan.NEXT_REPLY);
    }
}
