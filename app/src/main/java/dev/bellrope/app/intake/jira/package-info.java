/** The webhooks of Jira Cloud, Server and Data Center. The entry point is {@link dev.bellrope.app.intake.jira.Jira}. */
@NullMarked
package dev.bellrope.app.intake.jira;

import org.jspecify.annotations.NullMarked;
