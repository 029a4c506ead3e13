package dev.bellrope.app.escalations;

import dev.bellrope.app.escalations.store.TicketTable;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The products that escalations are about, as the helpdesk names them. */
@Component
public class Products {
    private final TicketTable tickets;

    Products(TicketTable tickets) {
        this.tickets = tickets;
    }

    /**
     * Returns the product of each escalation: the one that its oldest ticket with a product names.
     *
     * @param escalations their keys
     * @return by key; escalations without a ticket that names a product are left out
     */
    public Map<String, String> of(Collection<String> escalations) {
        return escalations.isEmpty() ? Map.of() : tickets.productsOf(escalations);
    }
}
