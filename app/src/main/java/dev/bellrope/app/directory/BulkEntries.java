package dev.bellrope.app.directory;

import dev.bellrope.app.directory.WriteResult.WriteOutcome;
import dev.bellrope.app.directory.entry.BadInput;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.entry.Flaws;
import dev.bellrope.app.directory.entry.StoredEntry;
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

/** Many entries of one kind at once, all of them or none. */
@Component
public class BulkEntries {
    private final EntryTables tables;
    private final EntryRules rules;
    private final RevisionTable revisions;
    private final Entries entries;
    private final TransactionOperations transactions;

    BulkEntries(
            EntryTables tables,
            EntryRules rules,
            RevisionTable revisions,
            Entries entries,
            TransactionOperations transactions) {
        this.tables = tables;
        this.rules = rules;
        this.revisions = revisions;
        this.entries = entries;
        this.transactions = transactions;
    }

    /**
     * An entry to be written.
     *
     * @param line where it stands in what is read
     */
    public record EntryAtLine<E extends Entry>(long line, E entry) {}

    /** Reads the entries to be written; a key that comes twice is a flaw for it to note. */
    public interface EntryReader<E extends Entry> {
        /**
         * Reads them.
         *
         * @param before the entries that are there, by their keys
         */
        List<EntryAtLine<E>> read(Map<List<String>, E> before);
    }

    /** All entries of a kind, in the order of their keys. */
    public <E extends Entry> List<E> list(EntryKind kind) {
        return tables.<E>get(kind).list().stream()
                .filter(StoredEntry::isThere)
                .map(StoredEntry::entry)
                .toList();
    }

    /**
     * Creates and replaces entries; while they are read, nobody else writes to that part of the directory.
     *
     * @param flaws takes what is wrong with the entries, beside what the reader finds
     * @param by who writes; empty to say only what would happen
     * @throws BadInput if there is any flaw; then nothing was written
     */
    public <E extends Entry> ImportResult put(EntryKind kind, EntryReader<E> reader, Flaws flaws, Optional<String> by) {
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
            check(kind, read, flaws);
            flaws.raise();
            Instant now = entries.now();
            Map<WriteOutcome, Integer> counts = new EnumMap<>(WriteOutcome.class);
            List<StoredEntry<E>> changed = new ArrayList<>();
            for (EntryAtLine<E> one : read) {
                Optional<StoredEntry<E>> old =
                        Optional.ofNullable(before.get(one.entry().key()));
                WriteResult<E> written = Entries.written(one.entry(), old, now, by.orElse(""));
                counts.merge(written.outcome(), 1, Integer::sum);
                if (written.outcome() != WriteOutcome.UNCHANGED) {
                    changed.add(written.kept());
                }
            }
            by.filter(ignored -> !changed.isEmpty()).ifPresent(writer -> entries.store(table, changed, now, writer));
            return new ImportResult(
                    kind,
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
