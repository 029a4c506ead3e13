/**
 * Escalations over HTTP, as JSON below {@code /api/v1} and as pages. {@link dev.bellrope.app.escalations.web.ActResource} is the one table
 * of how something is asked, for both.
 */
@NullMarked
package dev.bellrope.app.escalations.web;

import org.jspecify.annotations.NullMarked;
