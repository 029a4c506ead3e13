package dev.bellrope.app.escalations.store;

import java.time.Duration;
import java.time.Instant;

/**
 * An escalation that is over, and how it ended.
 *
 * @param lasted the time from its beginning to its resolution, or to its end if it was never resolved
 * @param did what was done, in the words of whoever resolved it; empty if nobody did
 * @param rootCause empty if none became known
 * @param sameAccount whether it belonged to the same account
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
