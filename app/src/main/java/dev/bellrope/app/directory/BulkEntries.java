package dev.bellrope.app.directory;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.WriteResult.WriteOutcome;
import dev.bellrope.app.directory.entry.BadInput;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.entry.Flaws;
import dev.bellrope.app.directory.entry.StoredEntry;
import dev.bellrope.app.directory.safeguard.DutyGrants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes many entries of one kind at once, all of them or none. */
@Component
public class BulkEntries {
    private final EntryTables tables;
    private final EntryRules rules;
    private final DutyGrants grants;
    private final RevisionTable revisions;
    private final Entries entries;
    private final TransactionOperations transactions;

    BulkEntries(
            EntryTables tables,
            EntryRules rules,
            DutyGrants grants,
            RevisionTable revisions,
            Entries entries,
            TransactionOperations transactions) {
        this.tables = tables;
        this.rules = rules;
        this.grants = grants;
        this.revisions = revisions;
        this.entries = entries;
        this.transactions = transactions;
    }

    /**
     * An entry to write.
     *
     * @param line its line in the input
     */
    public record EntryAtLine<E extends Entry>(long line, E entry) {}

    /** How many of the entries are new, changed and as they were. */
    public record EntryCounts(int created, int updated, int unchanged) {}

    /** Reads the entries to write; must report duplicate keys as flaws. */
    public interface EntryReader<E extends Entry> {
        /**
         * Reads the entries.
         *
         * @param before the existing entries, by their keys
         */
        List<EntryAtLine<E>> read(Map<List<String>, E> before);
    }

    /** Lists all entries of a kind, in the order of their keys. */
    public <E extends Entry> List<E> list(EntryKind kind, VisibleAccounts visible) {
        return tables.<E>get(kind).list().stream()
                .filter(StoredEntry::isThere)
                .map(StoredEntry::entry)
                .filter(entry -> visible.has(entry.account()))
                .toList();
    }

    /**
     * Creates and replaces entries; nobody else can write to that part of the directory meanwhile.
     *
     * @param flaws collects what is wrong with the entries, in addition to what the reader finds
     * @param by who writes; empty for a dry run
     * @throws BadInput if there is any flaw; then nothing was written
     */
    public <E extends Entry> EntryCounts put(
            EntryKind kind, EntryReader<E> reader, Flaws flaws, Optional<String> by, VisibleAccounts visible) {
        return transactions.execute(status -> {
            revisions.lock(kind.part());
            EntryTable<E> table = tables.get(kind);
            Map<List<String>, StoredEntry<E>> before = new HashMap<>();
            Map<List<String>, E> there = new HashMap<>();
            table.list().forEach(kept -> {
                before.put(kept.entry().key(), kept);
                if (kept.isThere()) {
                    there.put(kept.entry().key(), kept.entry());
                }
            });
            List<EntryAtLine<E>> read = reader.read(there);
            read.stream()
                    .filter(one -> Entries.isHidden(
                            one.entry(),
                            Optional.ofNullable(before.get(one.entry().key())),
                            visible))
                    .forEach(one -> flaws.add(
                            one.line(), kind.one(), one.entry().label(), "is of an account that you may not see"));
            check(kind, read, flaws);
            read.forEach(one -> grants.check(
                    one.entry(), Optional.ofNullable(before.get(one.entry().key())), one.line(), flaws));
            flaws.raise();
            Instant now = entries.now();
            Map<WriteOutcome, Integer> counts = new EnumMap<>(WriteOutcome.class);
            List<Entries.Change<E>> changed = new ArrayList<>();
            for (EntryAtLine<E> one : read) {
                Optional<StoredEntry<E>> old =
                        Optional.ofNullable(before.get(one.entry().key()));
                WriteResult<E> written = Entries.written(one.entry(), old, now, by.orElse(""));
                counts.merge(written.outcome(), 1, Integer::sum);
                if (written.outcome() != WriteOutcome.UNCHANGED) {
                    changed.add(new Entries.Change<>(old, written.kept()));
                }
            }
            by.filter(ignored -> !changed.isEmpty()).ifPresent(writer -> entries.store(table, changed, now, writer));
            return new EntryCounts(
                    counts.getOrDefault(WriteOutcome.CREATED, 0),
                    counts.getOrDefault(WriteOutcome.UPDATED, 0),
                    counts.getOrDefault(WriteOutcome.UNCHANGED, 0));
        });
    }

    private <E extends Entry> void check(EntryKind kind, List<EntryAtLine<E>> read, Flaws flaws) {
        Set<String> ids = new HashSet<>();
        read.forEach(one -> ids.add(String.join("/", one.entry().key())));
        References references = References.of(tables, kind, ids);
        read.forEach(one -> rules.check(one.entry(), references, one.line(), flaws));
    }
}
