package dev.bellrope.app.web;

import java.util.List;

/**
 * Addresses below which one call runs many transactions, each of them made idempotent by an id that the caller gives.
 * All other calls do their work, and store their answer to an {@code Idempotency-Key}, in one transaction.
 */
public record OwnTransactions(List<String> addresses) {
    public OwnTransactions {
        addresses = List.copyOf(addresses);
    }

    boolean has(String address) {
        return addresses.stream().anyMatch(one -> address.equals(one) || address.startsWith(one + "/"));
    }
}
