package dev.bellrope.app.directory.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * An entry as the database stores it.
 *
 * @param revision 1 at first, incremented with each change
 * @param removal who removed it and when; null if it was not removed
 */
public record StoredEntry<E extends Entry>(
        E entry,
        long revision,
        Instant changedAt,
        String changedBy,
        @Nullable Removal removal) {

    /** Who removed it, and when. */
    public record Removal(Instant at, String by) {}

    public static <E extends Entry> StoredEntry<E> first(E entry, Instant at, String by) {
        return new StoredEntry<>(entry, 1, at, by, null);
    }

    public StoredEntry<E> changed(E entry, Instant at, String by) {
        return new StoredEntry<>(entry, revision + 1, at, by, null);
    }

    public StoredEntry<E> removed(Instant at, String by) {
        return new StoredEntry<>(entry, revision + 1, at, by, new Removal(at, by));
    }

    public boolean isThere() {
        return removal == null;
    }

    public static <E extends Entry> StoredEntry<E> read(E entry, ResultSet row) throws SQLException {
        Timestamp removedAt = row.getTimestamp("removed_at");
        return new StoredEntry<>(
                entry,
                row.getLong("revision"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"),
                removedAt == null ? null : new Removal(removedAt.toInstant(), row.getString("removed_by")));
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** Returns the parameters of the columns that all tables share. */
    public MapSqlParameterSource parameters() {
        return new MapSqlParameterSource()
                .addValue("revision", revision)
                .addValue("changed_at", changedAt.atOffset(ZoneOffset.UTC))
                .addValue("changed_by", changedBy)
                .addValue("removed_at", removal == null ? null : OffsetDateTime.ofInstant(removal.at(), ZoneOffset.UTC))
                .addValue("removed_by", removal == null ? null : removal.by());
    }
}
