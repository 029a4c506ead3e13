package dev.bellrope.app.escalations.store;

import dev.bellrope.app.access.Audit;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The history of escalations that are long over, compressed to one row each. It is read like any other history. Whoever
 * writes to such an escalation puts its history back first, so that it is all in one place. Each call is part of the
 * caller's transaction: all of it or nothing.
 */
@Component
public class Archive {
    /** Few enough that a signal about one of them waits only a moment. */
    private static final int BATCH = 100;

    private final ArchiveTable table;
    private final Audit audit;
    private final Clock clock;

    Archive(ArchiveTable table, Audit audit, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes an archive for the command line, which runs without the application. */
    public static Archive of(JdbcClient client, Clock clock) {
        return new Archive(new ArchiveTable(client), Audit.of(client, clock), clock);
    }

    /**
     * What one batch did.
     *
     * @param last the number after which the next batch starts
     */
    public record ArchiveResult(int escalations, long rows, long last) {}

    /**
     * Archives a batch of escalations that were over before an instant; returns empty when there are no more.
     *
     * @param after the escalation number to continue after
     */
    public Optional<ArchiveResult> pack(Instant before, long after) {
        List<ArchiveTable.EventNumber> locked = table.lockOver(before, after, BATCH);
        if (locked.isEmpty()) {
            return Optional.empty();
        }
        List<String> keys = locked.stream().map(ArchiveTable.EventNumber::key).toList();
        Map<String, List<String>> lines = new HashMap<>();
        Map<String, Integer> events = new HashMap<>();
        for (ArchiveTable.ArchiveLine line : table.events(keys)) {
            lines.computeIfAbsent(line.escalation(), key -> new ArrayList<>()).add(line.json());
            events.merge(line.escalation(), 1, Integer::sum);
        }
        for (ArchiveTable.ArchiveLine line : table.strikes(keys)) {
            lines.computeIfAbsent(line.escalation(), key -> new ArrayList<>()).add(line.json());
        }
        Instant now = clock.instant();
        lines.forEach((key, rows) -> {
            int happened = events.getOrDefault(key, 0);
            table.add(
                    new ArchiveTable.ArchivedRow(key, happened, rows.size() - happened, ArchivedHistory.of(key, rows)),
                    now);
        });
        long rows = 0;
        for (ArchiveTable.ArchivedRow written : table.list(keys)) {
            // Checked as read back from the database, not as written.
            if (!written.packed().lines().equals(lines.get(written.escalation()))) {
                throw new DamagedArchive(written.escalation(), "it does not hold what happened");
            }
            rows += written.rows();
        }
        expect(rows, table.removeRows(keys), "archived");
        return Optional.of(done("history archived", locked, rows));
    }

    /**
     * Puts back the history of a batch of archived escalations; returns empty when there are no more.
     *
     * @param only the keys of the escalations; empty: all
     * @param after the escalation number to continue after
     * @throws DamagedArchive when one of them is no longer what was archived
     */
    public Optional<ArchiveResult> unpack(Collection<String> only, long after) {
        List<ArchiveTable.EventNumber> locked = table.lockArchived(only, after, BATCH);
        if (locked.isEmpty()) {
            return Optional.empty();
        }
        long rows = putBack(locked.stream().map(ArchiveTable.EventNumber::key).toList());
        return Optional.of(done("history put back", locked, rows));
    }

    /** Puts back the archived history of escalations that are about to change; the caller has locked them. */
    public void putBackOf(Collection<String> keys) {
        if (!keys.isEmpty()) {
            long rows = putBack(keys);
            if (rows > 0) {
                audit.record(
                        "history put back", String.join(", ", keys), Map.of("rows", rows, "because", "it goes on"));
            }
        }
    }

    private long putBack(Collection<String> keys) {
        List<ArchiveTable.ArchivedRow> archived = table.list(keys);
        List<String> lines = new ArrayList<>();
        archived.forEach(one -> lines.addAll(one.packed().lines()));
        if (!lines.isEmpty()) {
            expect(lines.size(), table.putBackRows(lines), "put back");
            table.remove(
                    archived.stream().map(ArchiveTable.ArchivedRow::escalation).toList());
        }
        return lines.size();
    }

    private ArchiveResult done(String act, List<ArchiveTable.EventNumber> escalations, long rows) {
        String first = escalations.getFirst().key();
        String last = escalations.getLast().key();
        audit.record(
                act,
                first.equals(last) ? first : first + " to " + last,
                Map.of("escalations", escalations.size(), "rows", rows));
        return new ArchiveResult(escalations.size(), rows, escalations.getLast().number());
    }

    private static void expect(long wanted, long found, String what) {
        if (wanted != found) {
            throw new IllegalStateException("%d rows were to be %s, and %d were".formatted(wanted, what, found));
        }
    }
}
