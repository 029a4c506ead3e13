/** What counts as an hour: working hours, holidays and one time zone. Start with {@link WorkingCalendar}. */
@NullMarked
package dev.bellrope.core.calendar;

import org.jspecify.annotations.NullMarked;
