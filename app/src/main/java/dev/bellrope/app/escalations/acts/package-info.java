/**
 * What may be asked of an escalation and what it looks like to whoever asks: shared by the API and by the pages of other modules.
 * {@link dev.bellrope.app.escalations.acts.ActResource} is the one table of how something is asked.
 */
@NamedInterface("acts")
@NullMarked
package dev.bellrope.app.escalations.acts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
