package dev.bellrope.app.insights;

import java.time.Instant;
import java.util.Optional;

/**
 * An escalation behind a number, with its contribution; fields that the topic does not use are empty.
 *
 * @param took the time it took, in milliseconds
 * @param stayed the time it stayed, in milliseconds
 * @param met the number of promises kept in time
 * @param missed the number of promises not kept in time
 * @param total the number of all rows, this one included
 * @param allMet the promises of all rows that were kept in time
 * @param allMissed the promises of all rows that were not kept in time
 */
public record DrilldownRow(
        String key,
        long number,
        String title,
        String account,
        String accountName,
        String status,
        String severity,
        String tier,
        String owner,
        Instant openedAt,
        int handoffs,
        Optional<Long> took,
        Optional<Long> stayed,
        Optional<Long> met,
        Optional<Long> missed,
        long total,
        long allMet,
        long allMissed) {}
