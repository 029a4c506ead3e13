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
 * Everything about an account at an instant, all of it derived.
 *
 * @param episodes its escalations, the newest first
 * @param tickets its most recently changed tickets, the newest change first
 */
public record Relationship(
        AccountDetails page,
        ValueScore value,
        List<AccountEpisode> episodes,
        List<Ticket> tickets,
        Playbook playbook,
        Instant now) {
    /** An open promise and its escalation. */
    public record OwedPromise(Escalation escalation, TargetClock clock) {}

    public List<AccountEpisode> open() {
        return episodes.stream().filter(AccountEpisode::isOpen).toList();
    }

    /** Returns the open promises by due date; paused ones come last. */
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

    /** Returns the account's support plan; empty if it has none, or the playbook does not know it. */
    public Optional<SupportPlan> plan() {
        return playbook.findPlan(page.account().plan());
    }

    /** Returns the policy exceptions that apply to it now. */
    public List<PolicyException> exceptions() {
        return playbook.exceptions().stream()
                .filter(exception -> exception.isFor(page.account(), now))
                .toList();
    }

    public List<AccountRisk> risks() {
        return AccountRisk.of(this);
    }
}
