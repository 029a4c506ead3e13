/** The webhooks of Atlassian Statuspage. The entry point is {@link dev.bellrope.app.intake.statuspage.Statuspage}. */
@NullMarked
package dev.bellrope.app.intake.statuspage;

import org.jspecify.annotations.NullMarked;
