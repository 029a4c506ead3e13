package dev.bellrope.app.foresight.web;

import dev.bellrope.core.playbook.sentence.Difference;
import java.util.List;

/**
 * What a draft of a playbook was found to be.
 *
 * @param mistakes by line; none: it is in order
 * @param inForce the version that it is compared with
 * @param differences to that one, where it is in order
 */
public record DraftCheck(List<PlaybookMistake> mistakes, String inForce, List<Difference> differences) {}
