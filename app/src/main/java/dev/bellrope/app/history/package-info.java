/**
 * A log of past tickets becomes signals by a mapping file, and what a replay of it gave becomes a page. The doors are
 * {@link LogReader} for the way in and {@link ReportHtml} for the way out; nothing here needs Spring.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.bellrope.app.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
