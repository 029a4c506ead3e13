/**
 * A playbook as it is written: YAML values with their places, and the problems found in them. Start with {@link
 * ProblemReport}.
 */
@NullMarked
package dev.bellrope.core.playbook.yaml;

import org.jspecify.annotations.NullMarked;
