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

/** Reads the history of an escalation for pages and the API; reports and counts a damaged archive. */
@Component
public class EscalationHistories {
    /** Not 503: the damage does not go away by itself, so callers should not be told to retry. */
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
     * Returns the events after a sequence number.
     *
     * @throws ProblemException when the history is archived and the archive is damaged
     */
    public List<RecordedEvent> get(String key, long after) {
        try {
            return escalations.history(key, after);
        } catch (DamagedArchive damaged) {
            throw problem(damaged);
        }
    }

    /** Logged once per escalation, since people may look at it again and again. */
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
