/** Escalations over HTTP, as JSON below {@code /api/v1}. */
@NullMarked
package dev.bellrope.app.escalations.web;

import org.jspecify.annotations.NullMarked;
