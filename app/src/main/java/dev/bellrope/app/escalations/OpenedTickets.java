package dev.bellrope.app.escalations;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many tickets were opened, whether they led to an escalation or not; a moment old at most times. */
@Component
public class OpenedTickets {
    private final TicketCountTable counts;

    OpenedTickets(TicketCountTable counts) {
        this.counts = counts;
    }

    /**
     * Tickets of an account about a product.
     *
     * @param recent of the period, not of the time before it
     * @param product as the helpdesk names it; empty where it never did
     */
    public record OpenedCount(boolean recent, String account, String product, long tickets) {}

    /** Those of a period, and apart from them those of the time before it. */
    public List<OpenedCount> count(Instant before, Instant begins, Instant ends) {
        return counts.opened(before, begins, ends);
    }
}
