package dev.bellrope.app.escalations.acts;

import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.store.DamagedArchive;
import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.app.web.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What happened, for pages and the API; where the archive of it is damaged, that is said instead, and counted. */
@Component
public class EscalationHistories {
    /** Not 503: it does not pass by itself, so nobody should be told to ask again. */
    private static final HttpStatus STATUS = HttpStatus.INTERNAL_SERVER_ERROR;

    private static final Logger LOG = LoggerFactory.getLogger(EscalationHistories.class);

    private final Escalations escalations;
    private final Counter damages;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    EscalationHistories(Escalations escalations, MeterRegistry meters) {
        this.escalations = escalations;
        this.damages = Counter.builder("bellrope.archive.damages")
                .description("Looks at an archived history that is damaged")
                .register(meters);
    }

    /**
     * After a sequence number.
     *
     * @throws ProblemException when it is archived, and the archive is damaged
     */
    public List<RecordedEvent> get(String key, long after) {
        try {
            return escalations.history(key, after);
        } catch (DamagedArchive damaged) {
            throw problem(damaged);
        }
    }

    /** The log has it once an escalation: whoever looks may look again and again. */
    ProblemException problem(DamagedArchive damaged) {
        damages.increment();
        if (told.add(damaged.escalation())) {
            LOG.error("{} {}", damaged.getMessage(), DamagedArchive.REMEDY);
        }
        return ProblemException.of(STATUS, "Damaged archive", damaged.getMessage() + " " + DamagedArchive.REMEDY)
                .with(ProblemException.TYPE, "urn:bellrope:problem:damaged-archive")
                .with("escalation", damaged.escalation());
    }
}
