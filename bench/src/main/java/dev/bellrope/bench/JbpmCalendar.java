package dev.bellrope.bench;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import org.jbpm.process.core.timer.BusinessCalendarImpl;

/** The peer: the business calendar of jBPM, one stretch of hours on the days of the week. It adds working time to now, and does no more. */
final class JbpmCalendar {
    private final BusinessCalendarImpl calendar;

    /** The office hours of {@link WorkingTime}, at a clock that stands. */
    JbpmCalendar(ZoneId zone, int from, int until, List<String> holidays, Instant now) {
        Properties settings = new Properties();
        settings.setProperty(BusinessCalendarImpl.DAYS_PER_WEEK, "5");
        settings.setProperty(BusinessCalendarImpl.WEEKEND_DAYS, "1,7");
        settings.setProperty(BusinessCalendarImpl.HOURS_PER_DAY, String.valueOf(until - from));
        settings.setProperty(BusinessCalendarImpl.START_HOUR, String.valueOf(from));
        settings.setProperty(BusinessCalendarImpl.END_HOUR, String.valueOf(until));
        settings.setProperty(BusinessCalendarImpl.TIMEZONE, zone.getId());
        settings.setProperty(BusinessCalendarImpl.HOLIDAY_DATE_FORMAT, "yyyy-MM-dd");
        settings.setProperty(BusinessCalendarImpl.HOLIDAYS, String.join(",", holidays));
        calendar = new BusinessCalendarImpl(settings, now::toEpochMilli);
    }

    /** @param hours as jBPM writes them, {@code 40h} */
    Instant plus(String hours) {
        return calendar.calculateBusinessTimeAsDate(hours).toInstant();
    }
}
