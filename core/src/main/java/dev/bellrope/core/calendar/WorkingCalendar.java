package dev.bellrope.core.calendar;

/** Working time of one place. */
public final class WorkingCalendar {}
