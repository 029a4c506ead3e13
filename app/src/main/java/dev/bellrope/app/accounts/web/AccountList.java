package dev.bellrope.app.accounts.web;

import dev.bellrope.app.accounts.AccountStandings.AccountStanding;
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
public record AccountList(String search, String band, boolean open, AccountSort sort) {
    /** The orders that a list can have. */
    public enum AccountSort {
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
    public record AccountLine(ValuedAccount account, Optional<AccountStanding> standing) {}

    static AccountList of(String search, String band, boolean open, String sort) {
        return new AccountList(
                search.strip(),
                Arrays.stream(ValueBand.values()).anyMatch(one -> one.word().equals(band)) ? band : "",
                open,
                Arrays.stream(AccountSort.values())
                        .filter(one -> one.word().equals(sort))
                        .findFirst()
                        .orElse(AccountSort.PROMISE));
    }

    /** Whether it shows fewer than there are. */
    public boolean isFiltered() {
        return !search.isEmpty() || !band.isEmpty() || open;
    }

    /** The lines of it, of all accounts there are. */
    List<AccountLine> lines(List<ValuedAccount> all, Map<String, AccountStanding> standings) {
        return all.stream()
                .map(account -> new AccountLine(account, Optional.ofNullable(standings.get(account.id()))))
                .filter(this::shows)
                .sorted(order().thenComparing(line -> line.account().id()))
                .toList();
    }

    /** Those behind an account, so many; from the start where it is not there any more. */
    static List<AccountLine> after(List<AccountLine> lines, Optional<String> id, int rows) {
        List<String> ids = lines.stream().map(line -> line.account().id()).toList();
        int from = id.map(ids::indexOf).orElse(-1) + 1;
        return lines.subList(from, Math.min(lines.size(), from + rows));
    }

    private boolean shows(AccountLine line) {
        String searched = (line.account().name() + " " + line.account().id()).toLowerCase(Locale.ROOT);
        return searched.contains(search.toLowerCase(Locale.ROOT))
                && (band.isEmpty() || line.account().band().word().equals(band))
                && (!open || line.standing().isPresent());
    }

    private Comparator<AccountLine> order() {
        Comparator<AccountLine> value =
                Comparator.comparingDouble(line -> -line.account().score());
        return switch (sort) {
            case PROMISE ->
                Comparator.comparing((AccountLine line) -> line.standing().isEmpty())
                        .thenComparing(line -> line.standing()
                                .flatMap(AccountStanding::nextDue)
                                .orElse(Instant.MAX))
                        .thenComparing(value);
            case VALUE -> value;
            case NAME -> Comparator.comparing(line -> line.account().name().toLowerCase(Locale.ROOT));
        };
    }
}
