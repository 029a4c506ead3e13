package dev.bellrope.core.message;

/** Who a message is for. */
public sealed interface Recipient {
    /**
     * A person of our own company.
     *
     * @param id the person's id
     */
    record Colleague(String id) implements Recipient {}

    /**
     * A person at the customer.
     *
     * @param account the account's id
     * @param id the contact's id within it
     */
    record Customer(String account, String id) implements Recipient {}

    /** Returns the recipient as one word that never changes: {@code person:ana}, {@code contact:acme/joe}. */
    default String word() {
        return switch (this) {
            case Colleague(String id) -> "person:" + id;
            case Customer(String account, String id) -> "contact:" + account + "/" + id;
        };
    }
}
