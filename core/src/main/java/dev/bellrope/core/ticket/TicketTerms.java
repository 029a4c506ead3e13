package dev.bellrope.core.ticket;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.playbook.Playbook;
import java.util.Optional;

/**
 * What was promised for an account's tickets.
 *
 * @param plan the support plan; if it is empty, nothing is measured
 * @param calendar the calendar that the plan's targets are counted in
 */
public record TicketTerms(Optional<SupportPlan> plan, WorkingCalendar calendar) {
    /** No promises. */
    public static final TicketTerms NONE = new TicketTerms(Optional.empty(), WorkingCalendar.always());

    /** Returns the terms of an account by its support plan in the playbook. */
    public static TicketTerms of(Account account, Playbook playbook) {
        return playbook.findPlan(account.plan())
                .map(plan -> new TicketTerms(Optional.of(plan), playbook.calendar(plan.calendar())))
                .orElse(NONE);
    }
}
