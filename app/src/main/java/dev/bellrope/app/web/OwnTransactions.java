package dev.bellrope.app.web;

import java.util.List;

/**
 * Addresses below which one call is many transactions, each of them once by an id that the caller gives. All others do what they do,
 * and remember their answer to an {@code Idempotency-Key}, in one transaction.
 */
public record OwnTransactions(List<String> addresses) {
    public OwnTransactions {
        addresses = List.copyOf(addresses);
    }

    boolean has(String address) {
        return addresses.stream().anyMatch(one -> address.equals(one) || address.startsWith(one + "/"));
    }
}
