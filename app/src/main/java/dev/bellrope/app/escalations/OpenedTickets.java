package dev.bellrope.app.escalations;

import dev.bellrope.app.access.VisibleAccounts;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts opened tickets, whether or not they led to an escalation; the figures usually lag by a moment. */
@Component
public class OpenedTickets {
    private final TicketCountTable counts;

    OpenedTickets(TicketCountTable counts) {
        this.counts = counts;
    }

    /**
     * The number of tickets of an account about a product.
     *
     * @param recent whether they were opened in the period, and not in the time before it
     * @param product as the helpdesk names it; empty if it never did
     */
    public record OpenedCount(boolean recent, String account, String product, long tickets) {}

    /** Counts the tickets opened in a period and, separately, in the time before it. */
    public List<OpenedCount> count(Instant before, Instant begins, Instant ends, VisibleAccounts visible) {
        return counts.opened(before, begins, ends, visible);
    }
}
