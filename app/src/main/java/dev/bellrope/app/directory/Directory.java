package dev.bellrope.app.directory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.bellrope.app.directory.entry.Entry.AccountEntry;
import dev.bellrope.app.directory.entry.Entry.ContactEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.entry.StoredEntry;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.account.Contact;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.routing.Roster;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who our customers are and who we are, as decisions see them. Reads are cheap enough for every decision: our people are kept in memory and
 * built anew only after somebody changed them, on whichever node.
 */
@Component
public class Directory {
    private final AccountTable accounts;
    private final ContactTable contacts;
    private final AliasTable aliases;
    private final RosterCache roster;
    private final RevisionTable revisions;

    Directory(
            AccountTable accounts,
            ContactTable contacts,
            AliasTable aliases,
            RosterCache roster,
            RevisionTable revisions) {
        this.accounts = accounts;
        this.contacts = contacts;
        this.aliases = aliases;
        this.roster = roster;
        this.revisions = revisions;
    }

    /** Another number after every change of an account, a contact or an alias, on whichever node: what was derived of them is stale then. */
    public long customersRevision() {
        return revisions.current(EntryKind.DirectoryPart.CUSTOMERS);
    }

    /** The account of that id, with its contacts in the order in which they are told. */
    public Optional<Account> findAccount(String id) {
        return Optional.ofNullable(findAccounts(List.of(id)).get(id));
    }

    /** The accounts of those ids, as far as they are there, by id. */
    public Map<String, Account> findAccounts(Collection<String> ids) {
        List<String> whole = ids.stream().filter(EntryCheck::isWhole).distinct().toList();
        if (whole.isEmpty()) {
            return Map.of();
        }
        Map<String, List<StoredEntry<ContactEntry>>> theirs = contacts.listOf(whole).stream()
                .collect(groupingBy(contact -> contact.entry().account()));
        return accounts.listOf(whole).stream()
                .filter(StoredEntry::isThere)
                .map(kept ->
                        account(kept.entry(), theirs.getOrDefault(kept.entry().id(), List.of())))
                .collect(toUnmodifiableMap(Account::id, account -> account));
    }

    /**
     * The account of that id.
     *
     * @throws NotInDirectory if there is none, or no longer
     */
    public Account getAccount(String id) {
        return findAccount(id).orElseThrow(() -> new NotInDirectory(EntryKind.ACCOUNTS, id));
    }

    /**
     * All that the directory knows of an account.
     *
     * @throws NotInDirectory if there is no account of that id
     */
    public AccountDetails getAccountPage(String id) {
        Account account = getAccount(id);
        Map<String, Person> ours = new TreeMap<>();
        Roster everybody = roster();
        account.people().forEach((role, person) -> everybody.find(person).ifPresent(found -> ours.put(role, found)));
        return new AccountDetails(
                account,
                ours,
                aliases.listOf(id).stream().map(StoredEntry::entry).toList());
    }

    /**
     * A page of accounts in the order of their ids.
     *
     * @param after the id of the last account of the page before; empty for the first page
     * @param search a part of the name or the id; empty for all
     */
    public List<Account> listAccounts(String after, int limit, String search) {
        List<AccountEntry> page = accounts.page(search, List.of(after), limit).stream()
                .map(StoredEntry::entry)
                .toList();
        Map<String, List<StoredEntry<ContactEntry>>> theirs =
                contacts.listOf(page.stream().map(AccountEntry::id).toList()).stream()
                        .collect(groupingBy(contact -> contact.entry().account()));
        return page.stream()
                .map(entry -> account(entry, theirs.getOrDefault(entry.id(), List.of())))
                .toList();
    }

    /**
     * An account as a source names it.
     *
     * @param source {@code zendesk}, {@code alertmanager}
     * @param name the customer's name, label or project there, whose letter case and spacing do not matter; or the account's id
     */
    public record Name(String source, String name) {}

    /** The ids of the accounts that sources mean, by an alias or by the id itself; absent where nobody knows which. */
    public Map<Name, String> mapNames(Collection<Name> names) {
        List<Name> whole = names.stream()
                .filter(name -> EntryCheck.isWhole(name.source() + name.name()))
                .distinct()
                .toList();
        return whole.isEmpty() ? Map.of() : aliases.accountsOf(whole);
    }

    /** Everybody in the order of their ids, with their hours and absences; what they carry is not counted. */
    public Roster roster() {
        return roster.get().roster();
    }

    /** All our people in the order of their ids, with their hours and absences. */
    public List<Person> people() {
        return roster().people();
    }

    /** What each of our people is called, by id. */
    public Map<String, String> names() {
        return people().stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    /** The person of that id. */
    public Optional<Person> findPerson(String id) {
        return roster().find(id);
    }

    /** The calendar of that name; {@code always} is there without being written. */
    public Optional<WorkingCalendar> findCalendar(String name) {
        return Optional.ofNullable(roster.get().calendars().get(name));
    }

    private static Account account(AccountEntry entry, List<StoredEntry<ContactEntry>> contacts) {
        return new Account(
                entry.id(),
                entry.name(),
                entry.plan(),
                entry.region(),
                entry.facts(),
                contacts.stream().map(kept -> contact(kept.entry())).toList(),
                entry.people());
    }

    private static Contact contact(ContactEntry entry) {
        return new Contact(
                entry.id(),
                entry.name(),
                entry.email(),
                entry.channel().isEmpty() ? "email" : entry.channel(),
                entry.language().isEmpty() ? "en" : entry.language(),
                entry.zone().isEmpty() ? "UTC" : entry.zone());
    }
}
