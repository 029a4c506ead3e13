package dev.bellrope.app.foresight.web;

import dev.bellrope.core.playbook.sentence.Difference;
import java.util.List;

/**
 * The result of checking a draft of a playbook.
 *
 * @param mistakes the mistakes by line; empty if the draft is valid
 * @param inForce the version in force, with which it is compared
 * @param differences the differences from that version, if the draft is valid
 */
public record DraftCheck(List<PlaybookMistake> mistakes, String inForce, List<Difference> differences) {}
