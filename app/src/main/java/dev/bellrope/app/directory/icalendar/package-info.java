/**
 * The days that an iCalendar file closes. The entry point is {@link dev.bellrope.app.directory.icalendar.HolidayFile}.
 */
@NullMarked
package dev.bellrope.app.directory.icalendar;

import org.jspecify.annotations.NullMarked;
