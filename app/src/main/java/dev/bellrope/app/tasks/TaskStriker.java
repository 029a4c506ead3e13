package dev.bellrope.app.tasks;

import dev.bellrope.app.alarms.AlarmStriker;
import dev.bellrope.app.alarms.StrikeResult;
import dev.bellrope.app.alarms.SubjectKind;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Strikes tasks, many in a transaction. */
@Component
class TaskStriker implements AlarmStriker {
    private static final int BATCH = 50;

    private final Tasks tasks;

    TaskStriker(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public SubjectKind kind() {
        return SubjectKind.TASK;
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public StrikeResult strikeDue(int limit, Set<String> except) {
        return tasks.strikeDue(limit, except);
    }
}
