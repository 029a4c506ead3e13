package dev.bellrope.app.escalations;

import dev.bellrope.app.alarms.AlarmStriker;
import dev.bellrope.app.alarms.StrikeResult;
import dev.bellrope.app.alarms.SubjectKind;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Strikes the due alarms of escalations, many in one transaction. */
@Component
class EscalationStriker implements AlarmStriker {
    private static final int BATCH = 100;

    private final Escalations escalations;

    EscalationStriker(Escalations escalations) {
        this.escalations = escalations;
    }

    @Override
    public SubjectKind kind() {
        return SubjectKind.ESCALATION;
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public StrikeResult strikeDue(int limit, Set<String> except) {
        return escalations.strikeDue(limit, except);
    }
}
