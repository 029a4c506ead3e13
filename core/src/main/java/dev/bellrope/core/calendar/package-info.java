/** What counts as an hour: working hours, holidays and one time zone. The door is {@link WorkingCalendar}. */
@NullMarked
package dev.bellrope.core.calendar;

import org.jspecify.annotations.NullMarked;
