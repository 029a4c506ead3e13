/** From a YAML text to a {@link dev.bellrope.core.playbook.Playbook}, or to problems with where they are. The door is {@link PlaybookReader}. */
@NullMarked
package dev.bellrope.core.playbook.reader;

import org.jspecify.annotations.NullMarked;
