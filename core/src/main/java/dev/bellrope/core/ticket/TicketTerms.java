package dev.bellrope.core.ticket;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.playbook.Playbook;
import java.util.Optional;

/**
 * What was promised on an account's tickets.
 *
 * @param plan the support plan; empty where none was sold: nothing is measured then
 * @param calendar the calendar in which the plan counts
 */
public record TicketTerms(Optional<SupportPlan> plan, WorkingCalendar calendar) {
    /** Nothing was promised. */
    public static final TicketTerms NONE = new TicketTerms(Optional.empty(), WorkingCalendar.always());

    /** What an account was promised on its tickets by its plan in the playbook. */
    public static TicketTerms of(Account account, Playbook playbook) {
        return playbook.findPlan(account.plan())
                .map(plan -> new TicketTerms(Optional.of(plan), playbook.calendar(plan.calendar())))
                .orElse(NONE);
    }
}
