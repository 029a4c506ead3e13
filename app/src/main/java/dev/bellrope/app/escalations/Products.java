package dev.bellrope.app.escalations;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What escalations are about, as the helpdesk names it. */
@Component
public class Products {
    private final TicketTable tickets;

    Products(TicketTable tickets) {
        this.tickets = tickets;
    }

    /** The product that the oldest ticket of an escalation names which names one; those about none are left out. */
    public Map<String, String> of(List<Row> escalations) {
        return escalations.isEmpty()
                ? Map.of()
                : tickets.productsOf(escalations.stream().map(Row::key).toList());
    }
}
