package dev.bellrope.app.escalations.store;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/**
 * An escalation as lists show it.
 *
 * @param nextDue when the next promise is due; empty if none is open or all are paused
 */
@Schema(name = "EscalationRow")
public record EscalationRow(
        String key,
        String account,
        String accountName,
        String title,
        String status,
        String severity,
        String tier,
        String band,
        String level,
        String trigger,
        String issueType,
        Optional<String> owner,
        Instant begunAt,
        Optional<Instant> resolvedAt,
        Optional<Instant> overAt,
        Optional<Instant> nextDue,
        long sequence) {}
