package dev.bellrope.app.directory;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.WriteResult.WriteOutcome;
import dev.bellrope.app.directory.entry.BadInput;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.entry.EntryKind.DirectoryPart;
import dev.bellrope.app.directory.entry.Flaws;
import dev.bellrope.app.directory.entry.StoredEntry;
import dev.bellrope.app.directory.safeguard.DirectoryAudit;
import dev.bellrope.app.directory.safeguard.DutyGrants;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes single entries of the directory, and reads them back. */
@Component
public class Entries {
    private final EntryTables tables;
    private final EntryRules rules;
    private final DutyGrants grants;
    private final DirectoryAudit audit;
    private final RevisionTable revisions;
    private final Usage usage;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Entries(
            EntryTables tables,
            EntryRules rules,
            DutyGrants grants,
            DirectoryAudit audit,
            RevisionTable revisions,
            Usage usage,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables;
        this.rules = rules;
        this.grants = grants;
        this.audit = audit;
        this.revisions = revisions;
        this.usage = usage;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Finds an entry by key, unless it was removed. */
    public <E extends Entry> Optional<StoredEntry<E>> find(EntryKind kind, List<String> key, VisibleAccounts visible) {
        if (!key.stream().allMatch(EntryCheck::isWhole)) {
            return Optional.empty();
        }
        return tables.<E>get(kind)
                .find(key)
                .filter(StoredEntry::isThere)
                .filter(kept -> visible.has(kept.entry().account()));
    }

    /**
     * Returns an entry by key.
     *
     * @throws NotInDirectory if there is none, or it was removed
     */
    public <E extends Entry> StoredEntry<E> get(EntryKind kind, List<String> key, VisibleAccounts visible) {
        return this.<E>find(kind, key, visible).orElseThrow(() -> new NotInDirectory(kind, String.join("/", key)));
    }

    /**
     * Lists a page of entries in the order of their keys.
     *
     * @param search a part of the text to search; empty for all
     * @param after the key of the last entry of the previous page; empty strings for the first page
     */
    public <E extends Entry> List<StoredEntry<E>> list(
            EntryKind kind, String search, List<String> after, VisibleAccounts visible, int limit) {
        if (!EntryCheck.isWhole(search) || !after.stream().allMatch(EntryCheck::isWhole)) {
            return List.of();
        }
        return tables.<E>get(kind).page(search, after, visible, limit);
    }

    /**
     * Creates an entry or replaces the one with its key; a removed one is restored. An entry equal to the existing one
     * changes nothing.
     *
     * @param expected the revision that the writer read; empty to overwrite any revision
     * @param by who writes
     * @throws BadInput if a value is not acceptable
     * @throws WriteConflict.ChangedMeanwhile if it is at another revision
     */
    public <E extends Entry> WriteResult<E> put(E entry, OptionalLong expected, String by) {
        return put(entry, expected, by, VisibleAccounts.ALL);
    }

    /**
     * Writes an entry for somebody who may write only what they may see.
     *
     * @throws NotInDirectory if they may not see what is written, or what is there
     */
    public <E extends Entry> WriteResult<E> put(E entry, OptionalLong expected, String by, VisibleAccounts visible) {
        return transactions.execute(status -> {
            EntryKind kind = entry.kind();
            revisions.lock(kind.part());
            Flaws flaws = new Flaws();
            rules.check(entry, References.of(tables).seen(visible), 0, flaws);
            flaws.raise();
            EntryTable<E> table = tables.get(kind);
            Optional<StoredEntry<E>> before = table.find(entry.key());
            grants.check(entry, before, 0, flaws);
            flaws.raise();
            if (isHidden(entry, before, visible)) {
                throw new NotInDirectory(kind, entry.label());
            }
            expect(kind, entry.label(), expected, before);
            Instant now = now();
            WriteResult<E> written = written(entry, before, now, by);
            if (written.outcome() != WriteOutcome.UNCHANGED) {
                store(table, List.of(new Change<>(before, written.kept())), now, by);
            }
            return written;
        });
    }

    /**
     * Removes an entry; with an account also its contacts and aliases, with a person their absences.
     *
     * @throws NotInDirectory if there is no entry with the key
     * @throws WriteConflict if it is at another revision, or other entries refer to it
     */
    public void remove(EntryKind kind, List<String> key, OptionalLong expected, String by, VisibleAccounts visible) {
        transactions.executeWithoutResult(status -> {
            if (kind == EntryKind.PEOPLE) {
                // Accounts refer to people: no account may start to refer to this person meanwhile.
                revisions.lock(DirectoryPart.CUSTOMERS);
            }
            revisions.lock(kind.part());
            EntryTable<Entry> table = tables.get(kind);
            String label = String.join("/", key);
            StoredEntry<Entry> before = find(kind, key, visible).orElseThrow(() -> new NotInDirectory(kind, label));
            expect(kind, label, expected, Optional.of(before));
            usage.refuseIfUsed(kind, label, visible);
            Instant now = now();
            usage.listDependents(kind, label).forEach((dependent, rows) -> {
                if (!rows.isEmpty()) {
                    store(tables.get(dependent), removed(rows, now, by), now, by);
                }
            });
            store(table, removed(List.of(before), now, by), now, by);
        });
    }

    /** Returns whether the entry that is written, or the one that is there, is of an account that may not be seen. */
    static <E extends Entry> boolean isHidden(E entry, Optional<StoredEntry<E>> before, VisibleAccounts visible) {
        return !visible.has(entry.account())
                || !before.filter(StoredEntry::isThere)
                        .map(kept -> visible.has(kept.entry().account()))
                        .orElse(true);
    }

    static <E extends Entry> WriteResult<E> written(E entry, Optional<StoredEntry<E>> before, Instant now, String by) {
        if (before.isEmpty()) {
            return new WriteResult<>(WriteOutcome.CREATED, StoredEntry.first(entry, now, by));
        }
        StoredEntry<E> old = before.get();
        if (!old.isThere()) {
            return new WriteResult<>(WriteOutcome.CREATED, old.changed(entry, now, by));
        }
        return old.entry().equals(entry)
                ? new WriteResult<>(WriteOutcome.UNCHANGED, old)
                : new WriteResult<>(WriteOutcome.UPDATED, old.changed(entry, now, by));
    }

    /** A row before and after it is written. */
    record Change<E extends Entry>(Optional<StoredEntry<E>> before, StoredEntry<E> after) {}

    /** Writes rows, records and publishes the change; the caller must hold the lock. */
    <E extends Entry> void store(EntryTable<E> table, List<Change<E>> changes, Instant now, String by) {
        List<StoredEntry<E>> rows = changes.stream().map(Change::after).toList();
        table.write(rows);
        changes.forEach(change -> audit.record(change.before(), change.after()));
        long revision = revisions.advance(table.kind().part());
        events.publishEvent(new DirectoryChanged(
                table.kind(),
                revision,
                rows.stream().map(row -> row.entry().label()).toList(),
                now,
                by));
    }

    /** PostgreSQL stores microseconds, so the answer must equal what will be read later. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static List<Change<Entry>> removed(List<StoredEntry<Entry>> rows, Instant now, String by) {
        return rows.stream()
                .map(row -> new Change<>(Optional.of(row), row.removed(now, by)))
                .toList();
    }

    private static <E extends Entry> void expect(
            EntryKind kind, String label, OptionalLong expected, Optional<StoredEntry<E>> before) {
        long found =
                before.filter(StoredEntry::isThere).map(StoredEntry::revision).orElse(0L);
        if (expected.isPresent() && expected.getAsLong() != found) {
            throw new WriteConflict.ChangedMeanwhile(kind, label, expected.getAsLong(), found);
        }
    }
}
