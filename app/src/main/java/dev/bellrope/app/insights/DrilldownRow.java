package dev.bellrope.app.insights;

import java.time.Instant;
import java.util.Optional;

/**
 * An escalation behind a number, with its part in it; what the topic does not ask is empty.
 *
 * @param took milliseconds
 * @param stayed milliseconds
 * @param met promises kept in time
 * @param missed promises not kept in time
 * @param total how many there are, of which this is one
 * @param allMet promises of all of them kept in time
 * @param allMissed promises of all of them not kept in time
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
