package dev.bellrope.bench.intake;

/** A signal as a source sends it: a ticket was opened, and one in fifty times a service missed its objective, which begins an escalation. */
public record Event(int number) {
    static final int ESCALATES = 50;

    private static final String TICKET = """
            {"specversion": "1.0", "id": "%1$d", "source": "bench", "type": "ticket.opened", "subject": "T-%1$d", "account": "%2$s",
             "data": {"summary": "The export is empty", "priority": "normal", "product": "reports", "tags": ["export"]}}""";
    private static final String OBJECTIVE = """
            {"specversion": "1.0", "id": "%1$d", "source": "bench", "type": "slo.missed", "account": "%2$s",
             "data": {"summary": "Checkout fails for some", "share_of_users": 0.05}}""";

    boolean escalates() {
        return number % ESCALATES == 0;
    }

    /** An account that is escalated has no other signal, so that what became of each can be told. */
    String account(int accounts) {
        return escalates() ? "loud" + number : "account" + number % accounts;
    }

    String json(int accounts) {
        return (escalates() ? OBJECTIVE : TICKET).formatted(number, account(accounts));
    }
}
