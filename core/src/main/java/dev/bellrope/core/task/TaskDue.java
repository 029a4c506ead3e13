package dev.bellrope.core.task;

import dev.bellrope.core.calendar.Span;
import java.time.Instant;

/** By when something is owed. */
public sealed interface TaskDue {
    /** At an instant. */
    record DueAt(Instant at) implements TaskDue {}

    /** After so much time of the task's calendar. */
    record DueWithin(Span span) implements TaskDue {}
}
