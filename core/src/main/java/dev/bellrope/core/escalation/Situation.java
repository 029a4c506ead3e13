package dev.bellrope.core.escalation;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.routing.Roster;
import java.time.Instant;

/**
 * Everything outside the escalation that a decision may look at.
 *
 * @param at when the decision is made
 * @param actor who acts
 * @param playbook the version that the escalation is judged by
 * @param account the account, as it is now
 * @param roster who is available, and their workload
 */
public record Situation(Instant at, Actor actor, Playbook playbook, Account account, Roster roster) {
    /** Returns the same situation with another actor. */
    public Situation as(Actor other) {
        return new Situation(at, other, playbook, account, roster);
    }
}
