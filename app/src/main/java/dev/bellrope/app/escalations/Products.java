package dev.bellrope.app.escalations;

import dev.bellrope.app.escalations.store.TicketTable;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What escalations are about, as the helpdesk names it. */
@Component
public class Products {
    private final TicketTable tickets;

    Products(TicketTable tickets) {
        this.tickets = tickets;
    }

    /**
     * The product of each escalation: what the oldest of its tickets says that names one.
     *
     * @param escalations their keys
     * @return by key; those of which no ticket names a product are left out
     */
    public Map<String, String> of(Collection<String> escalations) {
        return escalations.isEmpty() ? Map.of() : tickets.productsOf(escalations);
    }
}
