package dev.bellrope.app.escalations.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the rows of {@code escalation_event} for escalations that were opened automatically, for the guardrail.
 * Accounts are heard in parallel and do not wait for each other's count, so what opens at the same instant may exceed
 * the limit.
 */
@Component
public class OpeningTable {
    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcClient client;

    OpeningTable(JdbcClient client) {
        this.client = client;
    }

    /** Counts the openings of the last hour, up to {@code enough}. */
    public int inHourBefore(Instant now, String playbook, int enough) {
        return client.sql("""
                select count(*) from (
                    select from escalation_event
                    where name = 'opened' and actor = 'system' and body ->> 'playbook' = :playbook and at > :since
                    limit :enough) as opened
                """)
                .param("playbook", playbook)
                .param("since", now.minus(HOUR).atOffset(ZoneOffset.UTC))
                .param("enough", enough)
                .query(Integer.class)
                .single();
    }
}
