package dev.bellrope.app.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of a list is asked for; a controller takes it as an argument. A {@code *Table} class reads {@link #rows()} rows after
 * {@link #after()}, and {@link #page} makes the answer of them.
 *
 * @param after the key of the last item of the page before; empty: from the start
 * @param limit how many items at most, 1 to 200; 50 unless asked for otherwise
 * @param self the address asked for, with its other parameters
 */
public record Paging(Optional<String> after, int limit, String self) {
    /** One more than asked for, which tells whether another page follows. */
    public int rows() {
        return limit + 1;
    }

    /** The answer: at most {@link #limit()} of those rows, and the address of the next page when there is one. */
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
     * @param next the path and query of the next part; absent: this is the last one
     */
    @NamedAfterArgument("Page")
    public record ListPage<T>(List<T> items, Optional<String> next) {
        public ListPage {
            items = List.copyOf(items);
        }
    }
}
