package dev.bellrope.app.alarms;

import java.time.Duration;

/**
 * The alarms that are due and have not been struck.
 *
 * @param due how many there are; counting stops at 10,000
 * @param oldest how long the oldest has been due; zero if there is none
 */
public record AlarmBacklog(long due, Duration oldest) {}
