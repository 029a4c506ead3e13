package dev.bellrope.app.directory;

import java.util.List;
import java.util.Optional;

/** The rows of one kind. */
interface Table<E extends Entry> {
    Kind kind();

    /** The row of that key, a removed one too. */
    Optional<Kept<E>> find(List<String> key);

    /** All rows in the order of their keys, removed ones too. */
    List<Kept<E>> list();

    /**
     * Rows that are there, in the order of their keys.
     *
     * @param search a part of what people read; empty for all
     * @param after the key of the last row of the page before; empty texts for the first page
     */
    List<Kept<E>> page(String search, List<String> after, int limit);

    /** Inserts or replaces. */
    void write(List<Kept<E>> rows);
}
