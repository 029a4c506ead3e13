package dev.bellrope.app.directory;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.Entry.PersonEntry;
import dev.bellrope.app.directory.entry.Entry.TeamEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.entry.StoredEntry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Finds what refers to an entry, and what is removed along with it. */
@Component
class Usage {
    private static final int NAMED = 5;

    private final AccountTable accounts;
    private final ContactTable contacts;
    private final AliasTable aliases;
    private final TeamTable teams;
    private final PersonTable people;
    private final AbsenceTable absences;
    private final List<Referrer> referrers;

    Usage(
            AccountTable accounts,
            ContactTable contacts,
            AliasTable aliases,
            TeamTable teams,
            PersonTable people,
            AbsenceTable absences,
            List<Referrer> referrers) {
        this.accounts = accounts;
        this.contacts = contacts;
        this.aliases = aliases;
        this.teams = teams;
        this.people = people;
        this.absences = absences;
        this.referrers = List.copyOf(referrers);
    }

    /**
     * @throws WriteConflict.StillUsed naming the first things that refer to it
     */
    void refuseIfUsed(EntryKind kind, String id, VisibleAccounts visible) {
        List<String> users = new ArrayList<>();
        switch (kind) {
            case CALENDARS -> {
                users.addAll(teamsWhere(team -> team.calendar().equals(id)));
                users.addAll(peopleWhere(person -> person.calendar().equals(id)));
            }
            case TEAMS -> users.addAll(peopleWhere(person -> person.team().equals(id)));
            case PEOPLE -> {
                users.addAll(peopleWhere(person -> person.backup().equals(id)));
                accounts.listIdsWith(id, NAMED + 1)
                        .forEach(account -> users.add(visible.has(account) ? "account " + account : "an account"));
            }
            case ACCOUNTS, CONTACTS, ALIASES, ABSENCES -> {}
        }
        referrers.forEach(referrer -> users.addAll(referrer.referTo(kind, id, NAMED + 1)));
        if (!users.isEmpty()) {
            List<String> named = users.subList(0, Math.min(NAMED, users.size()));
            throw new WriteConflict.StillUsed(
                    kind, id, String.join(", ", named) + (users.size() > NAMED ? " and others" : ""));
        }
    }

    /** Lists what belongs to an entry and is removed with it. */
    Map<EntryKind, List<StoredEntry<Entry>>> listDependents(EntryKind kind, String id) {
        Map<EntryKind, List<StoredEntry<Entry>>> dependents = new EnumMap<>(EntryKind.class);
        switch (kind) {
            case ACCOUNTS -> {
                dependents.put(EntryKind.CONTACTS, widened(contacts.listOf(List.of(id))));
                dependents.put(EntryKind.ALIASES, widened(aliases.listOf(id)));
            }
            case PEOPLE -> dependents.put(EntryKind.ABSENCES, widened(absences.listOf(id)));
            case CONTACTS, ALIASES, CALENDARS, TEAMS, ABSENCES -> {}
        }
        return dependents;
    }

    private List<String> teamsWhere(Predicate<TeamEntry> condition) {
        return teams.list().stream()
                .filter(kept -> kept.isThere() && condition.test(kept.entry()))
                .map(kept -> "team " + kept.entry().id())
                .toList();
    }

    private List<String> peopleWhere(Predicate<PersonEntry> condition) {
        return people.list().stream()
                .filter(kept -> kept.isThere() && condition.test(kept.entry()))
                .map(kept -> "person " + kept.entry().id())
                .toList();
    }

    private static <E extends Entry> List<StoredEntry<Entry>> widened(List<StoredEntry<E>> rows) {
        List<StoredEntry<Entry>> widened = new ArrayList<>();
        rows.forEach(row -> widened.add(
                new StoredEntry<>(row.entry(), row.revision(), row.changedAt(), row.changedBy(), row.removal())));
        return widened;
    }
}
