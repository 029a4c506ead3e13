package dev.bellrope.app.database;

import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows into columns, for one statement over many rows: {@code from unnest(:keys, cast(:dues as timestamptz[])) as
 * given (key, due)}. Anything but texts and numbers is passed as text, and the statement casts it.
 */
public final class Columns {
    private Columns() {}

    public static <T> @Nullable String[] texts(Collection<T> rows, Function<? super T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    /** Returns instants as texts, to be cast to {@code timestamptz[]}. */
    public static <T> @Nullable String[] times(Collection<T> rows, Function<? super T, @Nullable Instant> column) {
        return texts(rows, row -> {
            Instant at = column.apply(row);
            return at == null ? null : at.toString();
        });
    }

    public static <T> Long[] numbers(Collection<T> rows, Function<? super T, Number> column) {
        return rows.stream().map(row -> column.apply(row).longValue()).toArray(Long[]::new);
    }
}
