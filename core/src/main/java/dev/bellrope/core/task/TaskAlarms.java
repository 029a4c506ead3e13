package dev.bellrope.core.task;

import dev.bellrope.core.escalation.Alarm;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** The alarms that a task arms. Derived, never stored beside it: a task that is over arms none. */
public final class TaskAlarms {
    static final String WARN = "warn";
    static final String DUE = "due";
    static final String CLIMB = "climb";

    private TaskAlarms() {}

    /** Every alarm that is armed. */
    public static Set<Alarm> of(Task task) {
        Set<Alarm> alarms = new HashSet<>();
        if (task.isOpen()) {
            Instant warnAt = task.warnAt();
            if (warnAt != null) {
                alarms.add(new Alarm(WARN, task.cycle(), warnAt));
            }
            if (!task.missed()) {
                alarms.add(new Alarm(DUE, task.cycle(), task.due()));
            }
            Instant nextClimb = task.nextClimb();
            if (nextClimb != null) {
                alarms.add(new Alarm(CLIMB + ":" + (task.climbs().size() + 1), task.cycle(), nextClimb));
            }
        }
        return alarms;
    }
}
