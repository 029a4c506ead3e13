package dev.bellrope.app.accounts.web;

import dev.bellrope.app.accounts.AccountStandings.AccountEpisode;
import dev.bellrope.app.directory.AccountDetails;
import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.account.ValueScore;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.PolicyException;
import dev.bellrope.core.ticket.Ticket;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything about an account at an instant; all of it is derived.
 *
 * @param episodes its escalations, the newest first
 * @param tickets those that changed last, the newest change first
 */
public record Relationship(
        AccountDetails page,
        ValueScore value,
        List<AccountEpisode> episodes,
        List<Ticket> tickets,
        Playbook playbook,
        Instant now) {
    /** A promise that is owed, and in which escalation. */
    public record OwedPromise(Escalation escalation, TargetClock clock) {}

    public List<AccountEpisode> open() {
        return episodes.stream().filter(AccountEpisode::isOpen).toList();
    }

    /** What is owed, what slips first first; what is paused comes last. */
    public List<OwedPromise> promises() {
        return open().stream()
                .map(AccountEpisode::state)
                .flatMap(state -> state.clocks().values().stream()
                        .filter(TargetClock::isOpen)
                        .map(clock -> new OwedPromise(state, clock)))
                .sorted(Comparator.comparing((OwedPromise owed) -> owed.clock().isPaused())
                        .thenComparing(owed -> owed.clock().due())
                        .thenComparing(owed -> owed.escalation().key()))
                .toList();
    }

    /** What was sold with it; empty where nothing was, or where the playbook does not know the plan. */
    public Optional<SupportPlan> plan() {
        return playbook.findPlan(page.account().plan());
    }

    /** The deviations from the playbook that hold for it now. */
    public List<PolicyException> exceptions() {
        return playbook.exceptions().stream()
                .filter(exception -> exception.isFor(page.account(), now))
                .toList();
    }

    public List<AccountRisk> risks() {
        return AccountRisk.of(this);
    }
}
