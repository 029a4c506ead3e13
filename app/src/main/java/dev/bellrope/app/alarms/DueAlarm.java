package dev.bellrope.app.alarms;

import dev.bellrope.core.escalation.Alarm;
import java.time.Instant;
import java.util.Comparator;

/** A due alarm and its subject. */
public record DueAlarm(Subject subject, Alarm alarm) {
    /** Orders alarms by time, the oldest first. */
    public static final Comparator<DueAlarm> BY_TIME = Comparator.comparing(
                    (DueAlarm due) -> due.alarm().at())
            .thenComparing(DueAlarm::subject)
            .thenComparing(DueAlarm::alarm, Alarm.ORDER);

    /** Returns the key of the subject. */
    public String key() {
        return subject.key();
    }

    DueAlarm at(Instant at) {
        return new DueAlarm(subject, new Alarm(alarm.step(), alarm.cycle(), at));
    }
}
