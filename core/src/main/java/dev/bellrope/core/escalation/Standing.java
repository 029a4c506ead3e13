package dev.bellrope.core.escalation;

import dev.bellrope.core.playbook.Assessment;

/**
 * Where an escalation is in its life, and how it is judged.
 *
 * @param status where it is in its life
 * @param assessment how bad it is, how much is at stake, and why
 * @param level the ladder level it is at; empty before it opened
 * @param highestLevel the highest level it ever reached
 */
public record Standing(Status status, Assessment assessment, String level, String highestLevel) {}
