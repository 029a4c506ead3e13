package dev.bellrope.app.escalations;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.database.Replica;
import dev.bellrope.app.escalations.OpenedTickets.OpenedCount;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts tickets; the index covers the query. */
@Component
class TicketCountTable {
    private static final String OPENED = """
            select opened_at >= cast(:begins as timestamptz) as recent, account, product, count(*) as tickets
            from ticket
            where opened_at >= cast(:before as timestamptz) and opened_at < cast(:ends as timestamptz)%s
            group by recent, account, product
            """;

    private final Replica replica;

    TicketCountTable(Replica replica) {
        this.replica = replica;
    }

    List<OpenedCount> opened(Instant before, Instant begins, Instant ends, VisibleAccounts visible) {
        return replica.read(read -> visible.in(read.sql(OPENED.formatted(visible.and("account"))))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("begins", begins.atOffset(ZoneOffset.UTC))
                .param("ends", ends.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new OpenedCount(
                        row.getBoolean("recent"),
                        row.getString("account"),
                        row.getString("product"),
                        row.getLong("tickets")))
                .list());
    }
}
