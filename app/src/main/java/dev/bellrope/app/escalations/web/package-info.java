/**
 * Escalations over HTTP, as JSON below {@code /api/v1} and as pages. {@link dev.bellrope.app.escalations.web.Noun} is the one table of
 * what can be asked, for both.
 */
@NullMarked
package dev.bellrope.app.escalations.web;

import org.jspecify.annotations.NullMarked;
