package dev.bellrope.core.calendar;

import java.time.LocalDate;
import java.time.MonthDay;

/** Why a day is closed, with the name people know it by and where that was learned. */
public sealed interface Holiday {

    /** What people call it; empty when it has no name. */
    String name();

    /** Where it comes from: a feed, a country's list, the playbook. */
    String source();

    /** Whether this closes {@code date}. */
    boolean covers(LocalDate date);

    /**
     * Once: a day, or a run of days.
     *
     * @param from the first closed day
     * @param to the last closed day, inclusive
     */
    record SingleHoliday(LocalDate from, LocalDate to, String name, String source) implements Holiday {

        /** @throws IllegalArgumentException if {@code to} is before {@code from} */
        public SingleHoliday {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException(
                        "a holiday ends on or after the day it starts, but " + to + " is before " + from);
            }
        }

        @Override
        public boolean covers(LocalDate date) {
            return !date.isBefore(from) && !date.isAfter(to);
        }
    }

    /**
     * Every year on the same date; the 29th of February only in leap years.
     *
     * @param day month and day
     * @param since the first year it applies; 0 for as long as anyone remembers
     */
    record YearlyHoliday(MonthDay day, int since, String name, String source) implements Holiday {

        @Override
        public boolean covers(LocalDate date) {
            return date.getDayOfMonth() == day.getDayOfMonth()
                    && date.getMonthValue() == day.getMonthValue()
                    && date.getYear() >= since;
        }
    }

    /**
     * Reads {@code 2026-12-31}, {@code *-12-25} (every year) or {@code 2026-12-24/2026-12-31} (both days included); a name may
     * follow after a space.
     *
     * @param source where it comes from, shown to people
     * @throws IllegalArgumentException saying what is accepted
     */
    static Holiday parse(String text, String source) {
        return HolidayText.parse(text, source);
    }
}
