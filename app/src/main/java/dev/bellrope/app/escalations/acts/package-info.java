/**
 * What can be requested of an escalation, and how it is shown: shared by the API and by the pages of other modules.
 * {@link dev.bellrope.app.escalations.acts.ActResource} is the one table of how acts are requested.
 */
@NamedInterface("acts")
@NullMarked
package dev.bellrope.app.escalations.acts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
