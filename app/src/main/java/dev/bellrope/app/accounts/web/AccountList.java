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
 * The filter and order of an account list; all of it is in the address.
 *
 * @param search a part of the name or the id; empty for all
 * @param band the word of a band; empty for all
 * @param open whether to show only accounts with open escalations
 * @param sort the order; by the next promise unless something else is requested
 */
public record AccountList(String search, String band, boolean open, AccountSort sort) {
    /** The orders that a list can have. */
    public enum AccountSort {
        /** The account whose promise is due first comes first; accounts with nothing open come last, by value. */
        PROMISE,
        VALUE,
        NAME;

        /** Returns the word in the address, which also ends the key of its text. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An account with what is open for it, if anything is. */
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

    /** Returns whether a filter is set. */
    public boolean isFiltered() {
        return !search.isEmpty() || !band.isEmpty() || open;
    }

    /** Returns the lines of the list, out of all accounts. */
    List<AccountLine> lines(List<ValuedAccount> all, Map<String, AccountStanding> standings) {
        return all.stream()
                .map(account -> new AccountLine(account, Optional.ofNullable(standings.get(account.id()))))
                .filter(this::shows)
                .sorted(order().thenComparing(line -> line.account().id()))
                .toList();
    }

    /** Returns a number of lines after an account; from the start if that account is gone. */
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
