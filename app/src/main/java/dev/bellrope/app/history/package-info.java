/**
 * A log of past tickets goes through a playbook, and what came of it becomes a page. {@link Replay} runs it,
 * {@link ReportHtml} shows it; nothing here needs Spring.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.bellrope.app.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
