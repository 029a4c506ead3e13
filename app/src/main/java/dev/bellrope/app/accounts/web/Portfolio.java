package dev.bellrope.app.accounts.web;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.account.ValueScore;
import dev.bellrope.core.playbook.Playbook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * All accounts with their value, so that lists can be sorted by it. Cached in memory, and computed again when the
 * customers or the playbook change, and every hour, since the value changes with the days until a renewal.
 */
@Component
class Portfolio {
    private static final Duration FRESH = Duration.ofHours(1);
    private static final int AT_ONCE = 1_000;

    private final Directory directory;
    private final Playbooks playbooks;
    private final Clock clock;
    private volatile CachedPortfolio kept = new CachedPortfolio(-1, "", Instant.MIN, List.of());

    Portfolio(Directory directory, Playbooks playbooks, Clock clock) {
        this.directory = directory;
        this.playbooks = playbooks;
        this.clock = clock;
    }

    private record CachedPortfolio(long revision, String playbook, Instant at, List<ValuedAccount> accounts) {}

    /** Lists all accounts, in the order of their ids. */
    List<ValuedAccount> list(VisibleAccounts visible) {
        Playbook playbook = playbooks.inForce();
        long revision = directory.customersRevision();
        Instant now = clock.instant();
        CachedPortfolio known = kept;
        boolean stale = known.revision() != revision
                || !known.playbook().equals(playbook.version())
                || Duration.between(known.at(), now).compareTo(FRESH) > 0;
        if (stale) {
            known = new CachedPortfolio(revision, playbook.version(), now, read(playbook, now));
            kept = known;
        }
        return visible.isAll()
                ? known.accounts()
                : known.accounts().stream()
                        .filter(account -> visible.has(account.id()))
                        .toList();
    }

    private List<ValuedAccount> read(Playbook playbook, Instant now) {
        List<ValuedAccount> accounts = new ArrayList<>();
        List<Account> some = directory.listAccounts("", AT_ONCE, "", VisibleAccounts.ALL);
        while (!some.isEmpty()) {
            for (Account account : some) {
                ValueScore value = playbook.rubric().score(account, now);
                accounts.add(new ValuedAccount(
                        account.id(),
                        account.name(),
                        account.plan(),
                        account.region(),
                        value.band(),
                        value.score(),
                        value.confidence()));
            }
            some = some.size() < AT_ONCE
                    ? List.of()
                    : directory.listAccounts(some.getLast().id(), AT_ONCE, "", VisibleAccounts.ALL);
        }
        return List.copyOf(accounts);
    }
}
