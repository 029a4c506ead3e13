package dev.bellrope.core.playbook;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.fact.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * An approved, expiring deviation for an account or a region.
 *
 * @param name its name in the playbook
 * @param account the account's id; empty for any
 * @param region the region; empty for any
 * @param because why it was granted
 * @param approvedBy who approved it
 * @param until the last day on which it applies
 * @param targets budgets that replace those of the playbook: target to severity to span
 * @param tier the response tier that replaces the derived one; empty for none
 */
public record PolicyException(
        String name,
        String account,
        String region,
        String because,
        String approvedBy,
        LocalDate until,
        Map<String, Map<Severity, Span>> targets,
        String tier) {
    public PolicyException {
        targets = Map.copyOf(targets);
    }

    /** Returns whether it applies to an account at an instant; the last day counts in full, in UTC. */
    public boolean isFor(Account forAccount, Instant at) {
        return (account.isEmpty() || account.equals(forAccount.id()))
                && (region.isEmpty() || region.equals(forAccount.region()))
                && !at.atZone(ZoneOffset.UTC).toLocalDate().isAfter(until);
    }

    /** Returns the exception as a reason. */
    public Reason reason() {
        return Reason.of(
                "exceptions." + name, "an exception until " + until + ", approved by " + approvedBy + ": " + because);
    }
}
