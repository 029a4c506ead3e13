package dev.bellrope.app.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The part of a list that a caller requests; controllers take it as an argument. A {@code *Table} class reads
 * {@link #rows()} rows after {@link #after()}, and {@link #page} turns them into the answer.
 *
 * @param after the key of the last item of the previous page; empty: from the start
 * @param limit the largest number of items, 1 to 200; 50 by default
 * @param self the requested address, with its other parameters
 */
public record Paging(Optional<String> after, int limit, String self) {
    /** Returns the number of rows to read: one more than the limit, to see whether another page follows. */
    public int rows() {
        return limit + 1;
    }

    /** Returns the answer: at most {@link #limit()} of the rows, and the address of the next page if there is one. */
    public <T> ListPage<T> page(List<T> rows, Function<? super T, String> key) {
        if (rows.size() <= limit) {
            return new ListPage<>(rows, Optional.empty());
        }
        List<T> items = rows.subList(0, limit);
        String next = UriComponentsBuilder.fromUriString(self)
                .replaceQueryParam("after", "{after}")
                .replaceQueryParam("limit", limit)
                .encode()
                .buildAndExpand(key.apply(items.getLast()))
                .toUriString();
        return new ListPage<>(items, Optional.of(next));
    }

    /**
     * A part of a list.
     *
     * @param next the path and query of the next part; null in the last part
     */
    @NamedAfterArgument("Page")
    public record ListPage<T>(List<T> items, Optional<String> next) {
        public ListPage {
            items = List.copyOf(items);
        }
    }
}
