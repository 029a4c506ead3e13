package dev.bellrope.app.messages;

import dev.bellrope.app.directory.Directory;
import dev.bellrope.core.account.Contact;
import dev.bellrope.core.message.Recipient;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Recipients are reached where the directory says. */
@Component
class DirectoryAddresses implements Addresses {
    private final Directory directory;

    DirectoryAddresses(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Optional<Address> find(Recipient recipient) {
        return switch (recipient) {
            case Recipient.Colleague(String id) ->
                directory
                        .findPerson(id)
                        .map(person -> new Address(
                                person.name(), person.email(), person.calendar().zone(), "en"));
            case Recipient.Customer(String account, String id) ->
                directory
                        .findAccount(account)
                        .flatMap(found -> found.contacts().stream()
                                .filter(contact -> contact.id().equals(id))
                                .findFirst())
                        .map(DirectoryAddresses::address);
        };
    }

    private static Address address(Contact contact) {
        ZoneId zone = contact.zone().isEmpty() ? ZoneOffset.UTC : ZoneId.of(contact.zone());
        return new Address(
                contact.name(), contact.email(), zone, contact.language().isEmpty() ? "en" : contact.language());
    }
}
