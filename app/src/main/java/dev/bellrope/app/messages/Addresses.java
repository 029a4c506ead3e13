package dev.bellrope.app.messages;

import dev.bellrope.core.message.Recipient;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where recipients are reached; given by whoever knows the people and the contacts. */
interface Addresses {
    /**
     * A recipient's address.
     *
     * @param email empty: has none
     * @param zone the zone that times are told in, and that the quiet hours are counted in
     * @param language as BCP 47, {@code en}, {@code pt-BR}
     */
    record RecipientAddress(String name, String email, ZoneId zone, String language) {}

    /** The recipient's address now; empty: nobody of that id is known. */
    Optional<RecipientAddress> find(Recipient recipient);

    /** The same for many of them; absent: nobody of that id is known. */
    default Map<Recipient, RecipientAddress> find(Set<Recipient> recipients) {
        Map<Recipient, RecipientAddress> found = new HashMap<>();
        recipients.forEach(recipient -> find(recipient).ifPresent(address -> found.put(recipient, address)));
        return found;
    }
}
