package dev.bellrope.core.task;

import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.routing.Roster;
import java.time.Instant;

/**
 * Everything outside the task that a decision may look at.
 *
 * @param at when it is decided
 * @param actor who acts
 * @param playbook the version in force: its calendars and permissions
 * @param roster who is there
 */
public record TaskSituation(Instant at, Actor actor, Playbook playbook, Roster roster) {}
