package dev.bellrope.app.escalations;

import dev.bellrope.app.alarms.AlarmStriker;
import dev.bellrope.app.alarms.AlarmTable;
import dev.bellrope.app.alarms.DueAlarm;
import dev.bellrope.app.alarms.StrikeResult;
import dev.bellrope.app.alarms.Subject;
import dev.bellrope.app.alarms.SubjectKind;
import dev.bellrope.app.web.Outage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Strikes the due alarms of tickets, each in its own transaction, since each takes the lock of its account. */
@Component
class TicketStriker implements AlarmStriker {
    private static final int BATCH = 50;

    private final Escalations escalations;
    private final AlarmTable alarms;
    private final Clock clock;

    TicketStriker(Escalations escalations, AlarmTable alarms, Clock clock) {
        this.escalations = escalations;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Override
    public SubjectKind kind() {
        return SubjectKind.TICKET;
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public StrikeResult strikeDue(int limit, Set<String> except) {
        List<DueAlarm> struck = new ArrayList<>();
        Map<Subject, RuntimeException> failed = new HashMap<>();
        // The alarms of one ticket keep their order, so whatever follows a waiting alarm waits too.
        Set<Subject> waiting = new HashSet<>();
        for (DueAlarm due : alarms.listDue(kind(), clock.instant(), limit, except)) {
            if (!waiting.contains(due.subject())) {
                try {
                    if (escalations.strikeTicket(due)) {
                        struck.add(due);
                    } else {
                        waiting.add(due.subject());
                    }
                } catch (RuntimeException e) {
                    failed.put(due.subject(), e);
                    waiting.add(due.subject());
                    if (Outage.caused(e)) {
                        break; // the others would only wait for the database too
                    }
                }
            }
        }
        return new StrikeResult(struck, failed);
    }
}
