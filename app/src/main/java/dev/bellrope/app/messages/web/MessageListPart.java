package dev.bellrope.app.messages.web;

import dev.bellrope.app.web.NamedAfterArgument;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A page of a list.
 *
 * @param next the value of {@code after} for the next page; empty on the last page
 */
@NamedAfterArgument("Page")
public record MessageListPart<T>(List<T> items, Optional<UUID> next) {
    private static final int MOST = 200;

    /** Reads one row more than wanted, to know whether there is a next page. */
    static <T> MessageListPart<T> of(int limit, IntFunction<List<T>> rows, Function<T, UUID> id) {
        int wanted = Math.clamp(limit, 1, MOST);
        List<T> found = rows.apply(wanted + 1);
        return found.size() <= wanted
                ? new MessageListPart<>(found, Optional.empty())
                : new MessageListPart<>(
                        List.copyOf(found.subList(0, wanted)), Optional.of(id.apply(found.get(wanted - 1))));
    }
}
