package dev.bellrope.app.alarms;

import java.time.Duration;

/**
 * The alarms that are due and not struck.
 *
 * @param due how many; counting stops at 10,000
 * @param oldest how long the oldest of them has been due; zero where there is none
 */
public record AlarmBacklog(long due, Duration oldest) {}
