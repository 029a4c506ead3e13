package dev.bellrope.app.escalations.store;

import java.time.Duration;
import java.time.Instant;

/**
 * An escalation that is over, and how it ended.
 *
 * @param lasted from its opening to its resolution, or to its end where it was never resolved
 * @param did what was done, as whoever resolved it said; empty where nobody did
 * @param rootCause empty where none became known
 * @param sameAccount whether it was the same account's
 */
public record EndedEscalation(
        String key,
        String accountName,
        String title,
        String status,
        String severity,
        Instant overAt,
        Duration lasted,
        String did,
        String rootCause,
        boolean sameAccount) {
    public EndedEscalation done(String said) {
        return new EndedEscalation(
                key, accountName, title, status, severity, overAt, lasted, said, rootCause, sameAccount);
    }
}
