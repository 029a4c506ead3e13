package dev.bellrope.app.directory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.bellrope.app.access.VisibleAccounts;
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
 * The directory of customers and our people, as decisions see it. Reads are cheap enough for every decision: our people
 * are cached in memory and reloaded only after a change, on whichever node.
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

    /**
     * Returns a number that changes with every change of an account, a contact or an alias, on whichever node; data
     * derived from them is then stale.
     */
    public long customersRevision() {
        return revisions.current(EntryKind.DirectoryPart.CUSTOMERS);
    }

    /** Finds an account by id, with its contacts in the order in which they are informed. */
    public Optional<Account> findAccount(String id) {
        return Optional.ofNullable(findAccounts(List.of(id)).get(id));
    }

    /** Finds the existing accounts among the given ids, by id. */
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
     * Returns an account by id.
     *
     * @throws NotInDirectory if there is none, or it was removed
     */
    public Account getAccount(String id) {
        return findAccount(id).orElseThrow(() -> new NotInDirectory(EntryKind.ACCOUNTS, id));
    }

    /**
     * Returns everything that the directory knows about an account.
     *
     * @throws NotInDirectory if there is no account with the id, or it may not be seen
     */
    public AccountDetails getAccountPage(String id, VisibleAccounts visible) {
        if (!visible.has(id)) {
            throw new NotInDirectory(EntryKind.ACCOUNTS, id);
        }
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
     * Lists a page of accounts in the order of their ids.
     *
     * @param after the id of the last account of the previous page; empty for the first page
     * @param search a part of the name or the id; empty for all
     */
    public List<Account> listAccounts(String after, int limit, String search, VisibleAccounts visible) {
        List<AccountEntry> page = accounts.page(search, List.of(after), visible, limit).stream()
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
     * @param source the source, such as {@code zendesk} or {@code alertmanager}
     * @param name the customer's name, label or project there, regardless of case and spacing; or the account's id
     */
    public record Name(String source, String name) {}

    /** Maps names of sources to account ids, by an alias or by the id itself; unknown names are absent. */
    public Map<Name, String> mapNames(Collection<Name> names) {
        List<Name> whole = names.stream()
                .filter(name -> EntryCheck.isWhole(name.source() + name.name()))
                .distinct()
                .toList();
        return whole.isEmpty() ? Map.of() : aliases.accountsOf(whole);
    }

    /** Returns the roster in the order of ids, with hours and absences, but without workloads. */
    public Roster roster() {
        return roster.get().roster();
    }

    /** Returns all our people in the order of their ids, with their hours and absences. */
    public List<Person> people() {
        return roster().people();
    }

    /** Returns the names of our people, by id. */
    public Map<String, String> names() {
        return people().stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    /** Finds a person by id. */
    public Optional<Person> findPerson(String id) {
        return roster().find(id);
    }

    /** Finds a calendar by name; {@code always} is built in. */
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
