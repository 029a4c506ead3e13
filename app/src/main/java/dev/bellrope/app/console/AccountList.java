package dev.bellrope.app.console;

import dev.bellrope.app.escalations.Standings.Standing;
import dev.bellrope.core.account.ValueBand;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which accounts a list shows, and in which order; all of it stands in the address.
 *
 * @param search a part of the name or the id; empty for all
 * @param band the word of a band; empty for all
 * @param open whether only those with something open
 * @param sort by what; the one that waits longest comes first unless something else is asked for
 */
public record AccountList(String search, String band, boolean open, Sort sort) {
    /** The orders that a list can have. */
    public enum Sort {
        /** What slips first first; those with nothing open come after, by their worth. */
        PROMISE,
        VALUE,
        NAME;

        /** As in the address, and the end of its text's key. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An account with what is open for it, where anything is. */
    public record Line(Valued account, Optional<Standing> standing) {}

    static AccountList of(String search, String band, boolean open, String sort) {
        return new AccountList(
                search.strip(),
                Arrays.stream(ValueBand.values()).anyMatch(one -> one.word().equals(band)) ? band : "",
                open,
                Arrays.stream(Sort.values())
                        .filter(one -> one.word().equals(sort))
                        .findFirst()
                        .orElse(Sort.PROMISE));
    }

    /** Whether it shows fewer than there are. */
    public boolean isFiltered() {
        return !search.isEmpty() || !band.isEmpty() || open;
    }

    /** The lines of it, of all accounts there are. */
    List<Line> lines(List<Valued> all, Map<String, Standing> standings) {
        return all.stream()
                .map(account -> new Line(account, Optional.ofNullable(standings.get(account.id()))))
                .filter(this::shows)
                .sorted(order().thenComparing(line -> line.account().id()))
                .toList();
    }

    /** Those behind an account, so many; from the start where it is not there any more. */
    static List<Line> after(List<Line> lines, Optional<String> id, int rows) {
        List<String> ids = lines.stream().map(line -> line.account().id()).toList();
        int from = id.map(ids::indexOf).orElse(-1) + 1;
        return lines.subList(from, Math.min(lines.size(), from + rows));
    }

    private boolean shows(Line line) {
        String searched = (line.account().name() + " " + line.account().id()).toLowerCase(Locale.ROOT);
        return searched.contains(search.toLowerCase(Locale.ROOT))
                && (band.isEmpty() || line.account().band().word().equals(band))
                && (!open || line.standing().isPresent());
    }

    private Comparator<Line> order() {
        Comparator<Line> value =
                Comparator.comparingDouble(line -> -line.account().score());
        return switch (sort) {
            case PROMISE ->
                Comparator.comparing((Line line) -> line.standing().isEmpty())
                        .thenComparing(line ->
                                line.standing().flatMap(Standing::nextDue).orElse(Instant.MAX))
                        .thenComparing(value);
            case VALUE -> value;
            case NAME -> Comparator.comparing(line -> line.account().name().toLowerCase(Locale.ROOT));
        };
    }
}
