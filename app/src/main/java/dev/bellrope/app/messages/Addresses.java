package dev.bellrope.app.messages;

import dev.bellrope.core.message.Recipient;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the addresses of recipients; implemented by what knows the people and the contacts. */
interface Addresses {
    /**
     * A recipient's address.
     *
     * @param email empty if the recipient has none
     * @param zone the time zone for times in messages and for quiet hours
     * @param language as BCP 47, such as {@code en} or {@code pt-BR}
     */
    record RecipientAddress(String name, String email, ZoneId zone, String language) {}

    /** Finds the recipient's current address; empty if the recipient is unknown. */
    Optional<RecipientAddress> find(Recipient recipient);

    /** Finds the current addresses of many recipients; unknown recipients are absent. */
    default Map<Recipient, RecipientAddress> find(Set<Recipient> recipients) {
        Map<Recipient, RecipientAddress> found = new HashMap<>();
        recipients.forEach(recipient -> find(recipient).ifPresent(address -> found.put(recipient, address)));
        return found;
    }
}
