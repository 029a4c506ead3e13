/**
 * Turns a YAML text into a {@link dev.bellrope.core.playbook.Playbook}, or into problems with their places. Start with
 * {@link PlaybookReader}.
 */
@NullMarked
package dev.bellrope.core.playbook.reader;

import org.jspecify.annotations.NullMarked;
