/** The webhooks of PagerDuty, version 3. The entry point is {@link dev.bellrope.app.intake.pagerduty.PagerDuty}. */
@NullMarked
package dev.bellrope.app.intake.pagerduty;

import org.jspecify.annotations.NullMarked;
