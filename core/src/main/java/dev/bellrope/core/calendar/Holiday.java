package dev.bellrope.core.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** Why a day is closed, with its name and its source. */
public sealed interface Holiday {

    /** Returns the name that people use; empty if it has none. */
    String name();

    /** Returns its source: a feed, a country's list, the playbook. */
    String source();

    /** Returns whether it closes a date. */
    boolean covers(LocalDate date);

    /**
     * A holiday that happens once, for one day or several.
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
     * A holiday every year on the same date; the 29th of February only in leap years.
     *
     * @param day month and day
     * @param since the first year it applies; 0 if there is no first year
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
     * A holiday on several dates, as a feed gives them.
     *
     * @param dates the closed days
     */
    record RecurringHoliday(Set<LocalDate> dates, String name, String source) implements Holiday {

        public RecurringHoliday {
            dates = Set.copyOf(dates);
        }

        @Override
        public boolean covers(LocalDate date) {
            return dates.contains(date);
        }
    }

    /**
     * Parses {@code 2026-12-31}, {@code *-12-25} (every year) or {@code 2026-12-24/2026-12-31} (both days included); a
     * name may follow after a space.
     *
     * @param source its source, shown to people
     * @throws IllegalArgumentException if the text cannot be parsed, with a message that says what is accepted
     */
    static Holiday parse(String text, String source) {
        return HolidayText.parse(text, source);
    }
}
