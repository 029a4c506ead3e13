package dev.bellrope.core.escalation;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.routing.Roster;
import java.time.Instant;

/**
 * Everything outside the escalation that a decision may look at.
 *
 * @param at when it is decided
 * @param actor who acts
 * @param playbook the version that the escalation is judged by
 * @param account the account, as it is now
 * @param roster who is there, and what they carry
 */
public record Situation(Instant at, Actor actor, Playbook playbook, Account account, Roster roster) {
    /** The same situation with somebody else acting. */
    public Situation as(Actor other) {
        return new Situation(at, other, playbook, account, roster);
    }
}
