package dev.bellrope.app.escalations;

import dev.bellrope.core.escalation.Event;
import java.time.Instant;

/**
 * One event of an escalation, with who did it and when.
 *
 * @param sequence counts from 1 within the escalation, without gaps
 * @param actor a person's id, {@code system}, or a token's
 * @param actorName as people read it
 */
public record Happening(long sequence, Instant at, String actor, String actorName, Event event) {}
