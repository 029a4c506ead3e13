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

        @Schema(
                example = "active",
                allowableValues = {"requested", "declined", "active", "resolved", "watch", "closed", "merged"})
        String status,

        @Schema(allowableValues = {"S1", "S2", "S3", "S4"}) String severity,

        String tier,

        @Schema(allowableValues = {"strategic", "key", "growth", "standard"})
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
