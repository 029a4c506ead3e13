package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.Entry.AccountEntry;
import dev.bellrope.app.directory.entry.Entry.AliasEntry;
import dev.bellrope.app.directory.entry.Entry.ContactEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.entry.StoredEntry;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Proposes which account an unknown name may mean: by another source's alias, by the domain of an address, or by
 * similarity. A proposal has a reason; a person decides. The data to compare with is cached in memory until the
 * customers change.
 */
@Component
public class Namesakes {
    /** At or below this, names have little more in common than their endings. */
    private static final double ALIKE = 0.5;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

    /** Legal forms and other words that do not distinguish companies. */
    private static final Set<String> LEGAL_FORMS = Set.of(
            "inc",
            "ltd",
            "llc",
            "plc",
            "corp",
            "corporation",
            "co",
            "company",
            "gmbh",
            "ag",
            "kg",
            "se",
            "sa",
            "sas",
            "srl",
            "spa",
            "bv",
            "nv",
            "ab",
            "as",
            "oy",
            "sro",
            "group",
            "holding",
            "the",
            "and",
            "und",
            "pty",
            "limited");

    /** Mail providers where anybody may have an address. */
    private static final Set<String> ANYBODY = Set.of(
            "gmail.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "yahoo.com",
            "icloud.com",
            "aol.com",
            "gmx.de",
            "gmx.net",
            "web.de",
            "proton.me",
            "protonmail.com",
            "mail.com");

    private final AccountTable accounts;
    private final ContactTable contacts;
    private final AliasTable aliases;
    private final RevisionTable revisions;
    private volatile KnownAccounts known = new KnownAccounts(-1, Map.of(), Map.of(), Map.of(), List.of());

    Namesakes(AccountTable accounts, ContactTable contacts, AliasTable aliases, RevisionTable revisions) {
        this.accounts = accounts;
        this.contacts = contacts;
        this.aliases = aliases;
        this.revisions = revisions;
    }

    /** The reason for a proposal. */
    public enum Why {
        /** Another source uses the name. */
        ALIAS,
        /** A contact of the account has an address in the same domain. */
        DOMAIN,
        /** The account's name, id or alias is similar. */
        NAME;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An account that may be meant.
     *
     * @param evidence the source, the domain or the name behind the reason
     */
    public record Namesake(String account, String name, Why why, String evidence) {}

    /** A name of an account to compare with, as words and trigrams. */
    private record Likeness(String account, String name, Set<String> words, Set<String> triples) {}

    /** The data to compare with; an empty account where two could be meant. */
    private record KnownAccounts(
            long revision,
            Map<String, String> names,
            Map<String, AliasEntry> byAlias,
            Map<String, String> byDomain,
            List<Likeness> likenesses) {}

    /**
     * Finds the account that may be meant.
     *
     * @param name what a source calls it; empty if it gives no name
     * @param addresses the mail addresses given with it
     */
    public Optional<Namesake> find(String name, Collection<String> addresses) {
        KnownAccounts now = known();
        return byAlias(now, name)
                .or(() -> addresses.stream()
                        .flatMap(address -> byDomain(now, address).stream())
                        .findFirst())
                .or(() -> byDomain(now, name))
                .or(() -> byName(now, name));
    }

    private static Optional<Namesake> byAlias(KnownAccounts now, String name) {
        AliasEntry alias = now.byAlias().get(AliasEntry.match(name));
        return name.isBlank() || alias == null || alias.account().isEmpty()
                ? Optional.empty()
                : Optional.of(namesake(now, alias.account(), Why.ALIAS, alias.source()));
    }

    private static Optional<Namesake> byDomain(KnownAccounts now, String address) {
        String domain = domain(address);
        String account = now.byDomain().getOrDefault(domain, "");
        return account.isEmpty() ? Optional.empty() : Optional.of(namesake(now, account, Why.DOMAIN, domain));
    }

    private static Optional<Namesake> byName(KnownAccounts now, String name) {
        Set<String> words = words(name);
        Set<String> triples = triples(words);
        Map<String, NamesakeMatches> best = new HashMap<>();
        for (Likeness one : now.likenesses()) {
            double score = likeness(words, triples, one);
            if (score > ALIKE) {
                best.merge(
                        one.account(),
                        new NamesakeMatches(one, score),
                        (before, found) -> found.score() > before.score() ? found : before);
            }
        }
        List<NamesakeMatches> ranked = best.values().stream()
                .sorted(Comparator.comparingDouble(NamesakeMatches::score).reversed())
                .limit(2)
                .toList();
        boolean two = ranked.size() == 2
                && ranked.getFirst().score() == ranked.getLast().score();
        if (ranked.isEmpty() || two) {
            return Optional.empty();
        }
        Likeness likest = ranked.getFirst().likeness();
        return Optional.of(namesake(now, likest.account(), Why.NAME, likest.name()));
    }

    private record NamesakeMatches(Likeness likeness, double score) {}

    /** Returns the share of common trigrams; at least 0.9 if all words of one name are in the other. */
    private static double likeness(Set<String> words, Set<String> triples, Likeness one) {
        if (words.isEmpty() || one.words().isEmpty()) {
            return 0;
        }
        Set<String> common = new HashSet<>(triples);
        common.retainAll(one.triples());
        double share = 2.0 * common.size() / (triples.size() + one.triples().size());
        boolean inside = words.containsAll(one.words()) || one.words().containsAll(words);
        return inside && common.size() > 1 ? Math.max(share, 0.9 + share / 10) : share;
    }

    private static Namesake namesake(KnownAccounts now, String account, Why why, String evidence) {
        return new Namesake(account, now.names().getOrDefault(account, account), why, evidence);
    }

    private KnownAccounts known() {
        long current = revisions.current(EntryKind.DirectoryPart.CUSTOMERS);
        KnownAccounts before = known;
        if (before.revision() == current) {
            return before;
        }
        KnownAccounts read = read(current);
        known = read;
        return read;
    }

    private KnownAccounts read(long revision) {
        Map<String, String> names = new HashMap<>();
        List<Likeness> likenesses = new ArrayList<>();
        for (AccountEntry account : there(accounts)) {
            names.put(account.id(), account.name());
            likenesses.add(likeness(account.id(), account.name()));
            likenesses.add(likeness(account.id(), account.id()));
        }
        Map<String, AliasEntry> byAlias = new HashMap<>();
        for (AliasEntry alias : there(aliases)) {
            likenesses.add(likeness(alias.account(), alias.alias()));
            byAlias.merge(
                    AliasEntry.match(alias.alias()),
                    alias,
                    (one, other) -> one.account().equals(other.account()) ? one : new AliasEntry("", "", ""));
        }
        Map<String, String> byDomain = new HashMap<>();
        for (ContactEntry contact : there(contacts)) {
            String domain = domain(contact.email());
            if (!domain.isEmpty()) {
                byDomain.merge(domain, contact.account(), (one, other) -> one.equals(other) ? one : "");
            }
        }
        return new KnownAccounts(revision, names, byAlias, byDomain, List.copyOf(likenesses));
    }

    private static <E extends Entry> List<E> there(EntryTable<E> table) {
        return table.list().stream()
                .filter(StoredEntry::isThere)
                .map(StoredEntry::entry)
                .toList();
    }

    private static Likeness likeness(String account, String name) {
        Set<String> words = words(name);
        return new Likeness(account, name, words, triples(words));
    }

    private static String domain(String address) {
        int at = address.lastIndexOf('@');
        String domain = at < 0 ? "" : address.substring(at + 1).strip().toLowerCase(Locale.ROOT);
        return ANYBODY.contains(domain) ? "" : domain;
    }

    private static Set<String> words(String name) {
        String plain = ACCENT.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(NO_WORD.split(plain))
                .filter(word -> !word.isEmpty() && !LEGAL_FORMS.contains(word))
                .collect(Collectors.toSet());
    }

    /** Returns the trigrams of each word, padded with a space at both ends so that beginnings count more. */
    private static Set<String> triples(Set<String> words) {
        Set<String> triples = new HashSet<>();
        for (String word : words) {
            String padded = " " + word + " ";
            for (int i = 0; i + 3 <= padded.length(); i++) {
                triples.add(padded.substring(i, i + 3));
            }
        }
        return triples;
    }
}
