package dev.bellrope.core.task;

import dev.bellrope.core.calendar.Span;
import java.time.Instant;

/** When a task is due. */
public sealed interface TaskDue {
    /** At an instant. */
    record DueAt(Instant at) implements TaskDue {}

    /** After a span of the task's calendar. */
    record DueWithin(Span span) implements TaskDue {}
}
