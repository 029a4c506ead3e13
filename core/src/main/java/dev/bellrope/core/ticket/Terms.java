package dev.bellrope.core.ticket;

import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.calendar.WorkingCalendar;
import java.util.Optional;

/**
 * What was promised on an account's tickets.
 *
 * @param plan the support plan; empty where none was sold: nothing is measured then
 * @param calendar the calendar in which the plan counts
 */
public record Terms(Optional<SupportPlan> plan, WorkingCalendar calendar) {
    /** Nothing was promised. */
    public static final Terms NONE = new Terms(Optional.empty(), WorkingCalendar.always());
}
