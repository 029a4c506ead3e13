package dev.bellrope.app.messages;

import dev.bellrope.app.directory.Directory;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.account.Contact;
import dev.bellrope.core.message.Recipient;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.routing.Roster;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds the addresses of recipients in the directory. */
@Component
class DirectoryAddresses implements Addresses {
    private final Directory directory;

    DirectoryAddresses(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Optional<RecipientAddress> find(Recipient recipient) {
        return Optional.ofNullable(find(Set.of(recipient)).get(recipient));
    }

    @Override
    public Map<Recipient, RecipientAddress> find(Set<Recipient> recipients) {
        Roster people = directory.roster();
        Map<String, Account> accounts = directory.findAccounts(recipients.stream()
                .filter(Recipient.Customer.class::isInstance)
                .map(customer -> ((Recipient.Customer) customer).account())
                .toList());
        Map<Recipient, RecipientAddress> found = new HashMap<>();
        for (Recipient recipient : recipients) {
            switch (recipient) {
                case Recipient.Colleague(String id) ->
                    people.find(id).ifPresent(person -> found.put(recipient, address(person)));
                case Recipient.Customer(String account, String id) ->
                    Optional.ofNullable(accounts.get(account)).stream()
                            .flatMap(one -> one.contacts().stream())
                            .filter(contact -> contact.id().equals(id))
                            .findFirst()
                            .ifPresent(contact -> found.put(recipient, address(contact)));
            }
        }
        return found;
    }

    private static RecipientAddress address(Person person) {
        return new RecipientAddress(
                person.name(), person.email(), person.calendar().zone(), "en");
    }

    private static RecipientAddress address(Contact contact) {
        ZoneId zone = contact.zone().isEmpty() ? ZoneOffset.UTC : ZoneId.of(contact.zone());
        return new RecipientAddress(
                contact.name(), contact.email(), zone, contact.language().isEmpty() ? "en" : contact.language());
    }
}
