package dev.bellrope.app.messages;

import dev.bellrope.app.messages.polling.SqlTime;
import dev.bellrope.core.playbook.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The digests among the rows of {@code outbox}, and their lines. Only the holder of the guardrails' lock may call it.
 */
@Component
class DigestTable {
    /** How long a digest gathers lines before it is sent. */
    static final Duration GATHERING = Duration.ofMinutes(2);

    /** The minimum time between two digests of a recipient, since digests do not count against the cap. */
    static final Duration APART = Duration.ofMinutes(15);

    private final JdbcClient client;

    DigestTable(JdbcClient client) {
        this.client = client;
    }

    /**
     * A message within a digest.
     *
     * @param about the key of what it is about
     * @param severity when it may be sent
     */
    record DigestLine(String about, Severity severity, String subject, String body, Instant aroseAt) {
        /** Returns the severity for people to read; empty if what it is about has none. */
        Optional<Severity> shownSeverity() {
            return new MessageTopic(about).isTask() ? Optional.empty() : Optional.of(severity);
        }
    }

    /** Makes a message a line of the recipient's next digest, and begins that digest if there is none. */
    void gather(OutboxRow row, String why, UUID newDigest, Instant now) {
        client.sql("""
                insert into outbox (message_id, dedupe, escalation_key, recipient, channel, template, same_as, severity, subject,
                                    body, because, rails, arose_at, due_at, expires_at, state)
                values (:digest, 'digest:' || cast(:digest as uuid), '', :recipient, 'email', 'digest', '', :severity, '',
                        '', :why, cast(:rails as jsonb), :now,
                        greatest(cast(:ready as timestamptz),
                                 (select max(passed_at) + cast(:apart as interval) from outbox
                                  where recipient = :recipient and template = 'digest')),
                        :expires, 'gathering')
                on conflict (recipient) where state = 'gathering' do nothing
                """)
                .param("digest", newDigest)
                .param("recipient", row.recipient())
                .param("severity", row.severity().name())
                .param("why", why)
                .param("rails", row.rails().json())
                .param("now", SqlTime.of(now))
                .param("ready", SqlTime.of(now.plus(GATHERING)))
                .param("apart", APART.toSeconds() + " seconds")
                .param("expires", SqlTime.of(now.plus(TemplateKind.worth(TemplateKind.DIGEST))))
                .update();
        client.sql("""
                update outbox set state = 'digested', note = :why, claim = null, claimed_until = null,
                       digest_id = (select message_id from outbox where recipient = :recipient and state = 'gathering')
                where message_id = :id
                """)
                .param("id", row.id())
                .param("recipient", row.recipient())
                .param("why", "part of a digest: " + why)
                .update();
    }

    List<DigestLine> lines(UUID digest) {
        return client.sql("""
                select escalation_key, severity, subject, body, arose_at from outbox
                where digest_id = :digest and state = 'digested' order by arose_at, message_id
                """)
                .param("digest", digest)
                .query((row, number) -> new DigestLine(
                        row.getString("escalation_key"),
                        Severity.valueOf(row.getString("severity")),
                        row.getString("subject"),
                        row.getString("body"),
                        SqlTime.get(row, "arose_at")))
                .list();
    }
}
